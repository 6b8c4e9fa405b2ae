from __future__ import annotations

import pytest

from security_meetings.annotate.language import detect_language

ENGLISH = (
    "",
    "12.05.2025 14:20",
    "Rahmon, Momeni meet",
    "Ministers meet.",
    "Eskandar Momeni, Ramazon Rahimzoda, Emomali Rahmon, Kashkar Dzhunushaliev: Dushanbe talks",
    "Şavkat Mirziyoyev, Münir Karaloğlu and Səhiyyə Əliyeva were received in Türkiye, Azərbaycan and O‘zbekiston.",
    "The minister, Mehdi Al-Zahrani, spoke of «мир и дружба» after the talks.",
    "Interior ministers of Iran and Tajikistan signed a memorandum in Dushanbe.",
    "Il-76 plane lands in De La Rosa base: Los Andes, San Juan de la Cruz",
)


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "ru",
            "Министр внутренних дел Ирана встретился в Душанбе с таджикским коллегой и обсудил вопросы безопасности.",
        ),
        ("fa", "وزیر کشور ایران در دوشنبه با همتای تاجیک خود دیدار کرد و درباره امنیت گفتگو کرد."),
        ("ar", "التقى وزير الداخلية الإيراني نظيره العراقي في بغداد وبحث معه أمن الحدود بين البلدين."),
        ("ur", "ایرانی وزیر داخلہ نے اسلام آباد میں اپنے پاکستانی ہم منصب سے ملاقات کی اور سرحد پر بات کی۔"),
        ("ps", "د ایران د کورنیو چارو وزیر په کابل کې له خپل سیال سره وکتل او د پولې په اړه یې خبرې وکړې."),
        (
            "tg",
            "Вазири корҳои дохилии Эрон дар Душанбе бо ҳамтои тоҷики худ мулоқот кард ва дар бораи амният гуфтугӯ намуд.",
        ),
        (
            "kk",
            "Қазақстан мен Иранның ішкі істер министрлері Астанада кездесіп, қауіпсіздік туралы келісімге қол қойды.",
        ),
        (
            "ky",
            "Кыргызстан менен Ирандын ички иштер министрлери Бишкекте жолугуп, коопсуздук боюнча макулдашууга кол коюшту.",
        ),
        ("uk", "Міністр внутрішніх справ України зустрівся з колегою та обговорив питання безпеки на кордоні."),
        (
            "tr",
            "İçişleri Bakanı, Ankara'da İranlı mevkidaşı ile bir araya geldi ve sınır güvenliği için iki anlaşma imzalandı.",
        ),
        (
            "az",
            "Azərbaycan və İran daxili işlər nazirləri Bakıda görüşüb, təhlükəsizlik üzrə əməkdaşlığı müzakirə ediblər.",
        ),
        (
            "uz",
            "O'zbekiston va Eron ichki ishlar vazirlari Toshkentda uchrashib, xavfsizlik bo'yicha hamkorlik haqida suhbatlashdi.",
        ),
        (
            "fr",
            "Le ministre de l'Intérieur a rencontré son homologue iranien à Paris pour parler de la sécurité des frontières.",
        ),
        (
            "de",
            "Der Innenminister traf am Dienstag in Berlin seinen Amtskollegen und sprach mit ihm über die Sicherheit.",
        ),
        (
            "es",
            "El ministro del Interior se reunió en Madrid con su homólogo iraní para hablar de la seguridad de las fronteras.",
        ),
        ("pt", "O ministro da Justiça reuniu-se em Brasília com o seu homólogo iraniano para falar sobre a segurança."),
        (
            "it",
            "Il ministro dell'Interno ha incontrato a Roma il suo omologo iraniano per parlare della sicurezza dei confini.",
        ),
        (
            "id",
            "Menteri Dalam Negeri bertemu dengan mitranya dari Iran di Jakarta untuk membahas keamanan di perbatasan.",
        ),
        ("zh", "伊朗内政部长在杜尚别会见塔吉克斯坦内务部长，双方签署了安全合作协议。"),
        ("ja", "イランの内務大臣はドゥシャンベでタジキスタンの内務大臣と会談し、協力について話し合った。"),
        ("ko", "이란 내무장관은 두샨베에서 타지키스탄 내무장관과 회담을 가졌다."),
        ("hy", "Հայաստանի անվտանգության խորհրդի քարտուղարը հանդիպեց իր իրանցի գործընկերոջ հետ։"),
        ("ka", "საქართველოს შინაგან საქმეთა მინისტრი შეხვდა ირანელ კოლეგას."),
    ],
)
def test_other_language(code: str, text: str) -> None:
    assert detect_language(text) == code


def test_english_story_with_a_foreign_menu() -> None:
    menu = "Главная | Политика | Экономика\n"
    assert detect_language(menu + "The interior ministers of Iran and Tajikistan met in Dushanbe. " * 3) == "en"
