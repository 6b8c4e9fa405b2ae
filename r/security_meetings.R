# The tables of Security Meetings in R: typed data frames from a release zip, an unpacked release or a built folder.
#
#   source("security_meetings.R")
#   tables <- read_security_meetings("security-meetings-1.0.0.zip")
#   tables$meetings
#
# Needs base R alone, and reads faster where the package readr is installed.
# Text is character, whole numbers are integer, true and false logical, days Date; missing is NA, and the text "NA"
# stays text. Codes of taxonomies (types of meeting, agreement, office, threat) and of fixed lists (status) are factors
# in the order of their code table or list.
# attr(table, "primary_key") names the key of a table, attr(table, "foreign_keys") the columns that point to other
# tables, attr(tables, "version") the version to cite.
# Every file is compared with its sha256, by R from 4.5 on, by the package digest, or by sha256sum or shasum; where
# there is none of them, a message says that nothing was compared.

read_security_meetings <- local({
  # Made from schemas/ by `make r`; edit nothing between the two marks.
  # <tables>
  shapes <- list(
    countries = list(
      key = "country_code",
      types = c(
        country_code = "string",
        name = "string",
        other_names = "string",
        iso2 = "string",
        cow_code = "integer",
        cow_abbreviation = "string",
        gw_code = "integer",
        is_listed = "boolean"
      ),
      codes = list(),
      taxonomies = c(),
      references = c()
    ),
    organizations = list(
      key = "organization_id",
      types = c(
        organization_id = "string",
        name = "string",
        other_names = "string",
        is_listed = "boolean"
      ),
      codes = list(),
      taxonomies = c(),
      references = c()
    ),
    outlets = list(
      key = "outlet_id",
      types = c(
        outlet_id = "string",
        name = "string",
        other_names = "string",
        country_code = "string",
        is_listed = "boolean"
      ),
      codes = list(),
      taxonomies = c(),
      references = c(
        "country_code" = "countries.country_code"
      )
    ),
    people = list(
      key = "person_id",
      types = c(
        person_id = "string",
        name = "string",
        other_names = "string",
        country_code = "string",
        is_listed = "boolean"
      ),
      codes = list(),
      taxonomies = c(),
      references = c(
        "country_code" = "countries.country_code"
      )
    ),
    office_types = list(
      key = "office_type",
      types = c(
        office_type = "string",
        name = "string",
        other_names = "string",
        definition = "string",
        example = "string",
        is_listed = "boolean"
      ),
      codes = list(),
      taxonomies = c(
        office_type = "office_types"
      ),
      references = c()
    ),
    office_tenures = list(
      key = "office_tenure_id",
      types = c(
        office_tenure_id = "string",
        person_id = "string",
        office_type = "string",
        country_code = "string",
        organization_id = "string",
        role = "string",
        start_edtf = "string",
        end_edtf = "string",
        source_url = "string"
      ),
      codes = list(),
      taxonomies = c(
        office_type = "office_types"
      ),
      references = c(
        "person_id" = "people.person_id",
        "office_type" = "office_types.office_type",
        "country_code" = "countries.country_code",
        "organization_id" = "organizations.organization_id"
      )
    ),
    meeting_types = list(
      key = "meeting_type",
      types = c(
        meeting_type = "string",
        name = "string",
        other_names = "string",
        definition = "string",
        example = "string",
        is_listed = "boolean"
      ),
      codes = list(),
      taxonomies = c(
        meeting_type = "meeting_types"
      ),
      references = c()
    ),
    agreement_types = list(
      key = "agreement_type",
      types = c(
        agreement_type = "string",
        name = "string",
        other_names = "string",
        definition = "string",
        example = "string",
        is_listed = "boolean"
      ),
      codes = list(),
      taxonomies = c(
        agreement_type = "agreement_types"
      ),
      references = c()
    ),
    threat_types = list(
      key = "threat_type",
      types = c(
        threat_type = "string",
        name = "string",
        other_names = "string",
        parent = "string",
        definition = "string",
        plover_context = "string",
        is_listed = "boolean"
      ),
      codes = list(),
      taxonomies = c(
        parent = "threat_types",
        threat_type = "threat_types"
      ),
      references = c(
        "parent" = "threat_types.threat_type"
      )
    ),
    threat_actors = list(
      key = "threat_actor_id",
      types = c(
        threat_actor_id = "string",
        name = "string",
        other_names = "string",
        is_listed = "boolean"
      ),
      codes = list(),
      taxonomies = c(),
      references = c()
    ),
    articles = list(
      key = "article_id",
      types = c(
        article_id = "string",
        title = "string",
        outlet_id = "string",
        cited_outlets = "string",
        dateline_place = "string",
        published_edtf = "string",
        published_start = "date",
        published_end = "date",
        published_basis = "string",
        language = "string",
        url = "string",
        text_sha256 = "string",
        char_count = "integer",
        word_count = "integer",
        body_start = "integer",
        body_end = "integer",
        duplicate_of = "string"
      ),
      codes = list(
        published_basis = c("stated", "supplied", "inferred")
      ),
      taxonomies = c(),
      references = c(
        "outlet_id" = "outlets.outlet_id",
        "duplicate_of" = "articles.article_id"
      )
    ),
    meetings = list(
      key = "meeting_id",
      types = c(
        meeting_id = "string",
        meeting_type = "string",
        status = "string",
        date_edtf = "string",
        date_start = "date",
        date_end = "date",
        date_interval_type = "string",
        date_basis = "string",
        has_date_conflict = "boolean",
        city = "string",
        country_code = "string",
        latitude = "number",
        longitude = "number",
        host_country_code = "string",
        organization_id = "string",
        frame_meeting_id = "string",
        article_count = "integer",
        plover_event = "string",
        plover_mode = "string",
        cameo_code = "string",
        confidence = "number",
        coding_status = "string"
      ),
      codes = list(
        status = c("held", "planned", "cancelled"),
        date_interval_type = c("duration", "uncertain"),
        date_basis = c("stated", "weekday", "relative", "inferred", "supplied", "other_article"),
        plover_event = c("CONSULT", "AGREE"),
        plover_mode = c("visit", "third-party", "multilateral", "phone"),
        coding_status = c("machine", "reviewed", "corrected")
      ),
      taxonomies = c(
        meeting_type = "meeting_types"
      ),
      references = c(
        "meeting_type" = "meeting_types.meeting_type",
        "country_code" = "countries.country_code",
        "host_country_code" = "countries.country_code",
        "organization_id" = "organizations.organization_id",
        "frame_meeting_id" = "meetings.meeting_id"
      )
    ),
    participants = list(
      key = "participant_id",
      types = c(
        participant_id = "string",
        meeting_id = "string",
        person_id = "string",
        name = "string",
        role = "string",
        office_type = "string",
        country_code = "string",
        organization_id = "string",
        is_host = "boolean",
        confidence = "number",
        coding_status = "string"
      ),
      codes = list(
        coding_status = c("machine", "reviewed", "corrected")
      ),
      taxonomies = c(
        office_type = "office_types"
      ),
      references = c(
        "meeting_id" = "meetings.meeting_id",
        "person_id" = "people.person_id",
        "office_type" = "office_types.office_type",
        "country_code" = "countries.country_code",
        "organization_id" = "organizations.organization_id"
      )
    ),
    agreements = list(
      key = "agreement_id",
      types = c(
        agreement_id = "string",
        agreement_type = "string",
        title = "string",
        status = "string",
        instrument_count = "integer",
        parties = "string",
        date_edtf = "string",
        date_start = "date",
        date_end = "date",
        date_interval_type = "string",
        date_basis = "string",
        meeting_id = "string",
        plover_event = "string",
        cameo_code = "string",
        confidence = "number",
        coding_status = "string"
      ),
      codes = list(
        status = c("signed", "in_force", "planned", "proposed", "terminated"),
        date_interval_type = c("duration", "uncertain"),
        date_basis = c("stated", "weekday", "relative", "inferred", "supplied", "other_article"),
        plover_event = c("SUPPORT", "AGREE"),
        coding_status = c("machine", "reviewed", "corrected")
      ),
      taxonomies = c(
        agreement_type = "agreement_types"
      ),
      references = c(
        "agreement_type" = "agreement_types.agreement_type",
        "meeting_id" = "meetings.meeting_id"
      )
    ),
    threats_mentioned = list(
      key = "threat_mention_id",
      types = c(
        threat_mention_id = "string",
        article_id = "string",
        meeting_id = "string",
        threat_type = "string",
        threat_actor_id = "string",
        speaker_person_id = "string",
        speaker_country_code = "string",
        place_country_code = "string",
        quote = "string",
        char_start = "integer",
        char_end = "integer",
        rule_id = "string",
        confidence = "number"
      ),
      codes = list(),
      taxonomies = c(
        threat_type = "threat_types"
      ),
      references = c(
        "article_id" = "articles.article_id",
        "meeting_id" = "meetings.meeting_id",
        "threat_type" = "threat_types.threat_type",
        "threat_actor_id" = "threat_actors.threat_actor_id",
        "speaker_person_id" = "people.person_id",
        "speaker_country_code" = "countries.country_code",
        "place_country_code" = "countries.country_code"
      )
    ),
    meeting_articles = list(
      key = c("meeting_id", "article_id"),
      types = c(
        meeting_id = "string",
        article_id = "string",
        meeting_type = "string",
        status = "string",
        date_edtf = "string",
        city = "string"
      ),
      codes = list(
        status = c("held", "planned", "cancelled")
      ),
      taxonomies = c(
        meeting_type = "meeting_types"
      ),
      references = c(
        "meeting_id" = "meetings.meeting_id",
        "article_id" = "articles.article_id",
        "meeting_type" = "meeting_types.meeting_type"
      )
    ),
    agreement_articles = list(
      key = c("agreement_id", "article_id"),
      types = c(
        agreement_id = "string",
        article_id = "string",
        status = "string",
        date_edtf = "string",
        title = "string"
      ),
      codes = list(
        status = c("signed", "in_force", "planned", "proposed", "terminated")
      ),
      taxonomies = c(),
      references = c(
        "agreement_id" = "agreements.agreement_id",
        "article_id" = "articles.article_id"
      )
    ),
    evidence = list(
      key = "evidence_id",
      types = c(
        evidence_id = "string",
        article_id = "string",
        meeting_id = "string",
        participant_id = "string",
        agreement_id = "string",
        column_name = "string",
        quote = "string",
        char_start = "integer",
        char_end = "integer",
        rule_id = "string"
      ),
      codes = list(),
      taxonomies = c(),
      references = c(
        "article_id" = "articles.article_id",
        "meeting_id" = "meetings.meeting_id",
        "participant_id" = "participants.participant_id",
        "agreement_id" = "agreements.agreement_id"
      )
    ),
    id_changes = list(
      key = c("table_name", "old_id", "version"),
      types = c(
        old_id = "string",
        new_id = "string",
        table_name = "string",
        change = "string",
        version = "string",
        reason = "string"
      ),
      codes = list(
        change = c("merged", "split", "withdrawn", "renamed")
      ),
      taxonomies = c(),
      references = c()
    )
  )
  # </tables>

  stop_at <- function(where, what, expected, todo = "") {
    stop(where, ": ", what, "; expected ", expected, if (nzchar(todo)) paste0("; ", todo), call. = FALSE)
  }

  sha256_of <- function(file) {
    tools_there <- asNamespace("tools")
    if (exists("sha256sum", envir = tools_there, inherits = FALSE)) {
      return(unname(get("sha256sum", envir = tools_there)(file)))
    }
    if (requireNamespace("digest", quietly = TRUE)) return(digest::digest(file, algo = "sha256", file = TRUE))
    told <- ""
    if (nzchar(Sys.which("sha256sum"))) {
      told <- system2("sha256sum", shQuote(file), stdout = TRUE)
    } else if (nzchar(Sys.which("shasum"))) {
      told <- system2("shasum", c("-a", "256", shQuote(file)), stdout = TRUE)
    }
    # A backslash comes first where the name of the file has one.
    digest <- substr(sub("^\\\\", "", told[1]), 1, 64)
    if (grepl("^[0-9a-f]{64}$", digest)) digest else NA_character_
  }

  read_sums <- function(file) {
    if (!file.exists(file)) return(character())
    lines <- readLines(file, warn = FALSE, encoding = "UTF-8")
    stats::setNames(substr(lines, 1, 64), sub("^[0-9a-f]{64} [ *]", "", lines))
  }

  # The descriptor is read as text, since base R reads no JSON: each hash belongs to the path before it.
  read_descriptor <- function(file) {
    text <- paste(readLines(file, warn = FALSE, encoding = "UTF-8"), collapse = "\n")
    pairs <- '"path"\\s*:\\s*"[^"]*"|"hash"\\s*:\\s*"sha256:[0-9a-f]{64}"'
    found <- regmatches(text, gregexpr(pairs, text))[[1]]
    values <- sub('^"[a-z]+"\\s*:\\s*"(sha256:)?([^"]*)"$', "\\2", found)
    hashes <- which(startsWith(found, '"hash"'))
    version <- regmatches(text, regexpr('"version"\\s*:\\s*"[^"]*"', text))
    list(
      sums = stats::setNames(values[hashes], values[hashes - 1]),
      version = sub('^"version"\\s*:\\s*"([^"]*)"$', "\\1", c(version, "")[1])
    )
  }

  compare <- function(file, where, sums, name, todo = "get the file again") {
    if (!name %in% names(sums)) stop_at(where, "has no checksum", "one in SHA256SUMS or datapackage.json")
    found <- sha256_of(file)
    if (is.na(found)) return(FALSE)
    if (found != sums[[name]]) stop_at(where, paste("sha256 is", found), sums[[name]], todo)
    TRUE
  }

  unpack <- function(path, folder) {
    names <- tryCatch(
      utils::unzip(path, list = TRUE)$Name,
      error = function(fault) stop_at(path, "cannot be read as a zip", "a release zip", "download it again")
    )
    wanted <- grepl("(^|/)(datapackage[.]json|SHA256SUMS|csv/[^/]+[.]csv)$", names) & !grepl("(^|/)[.][.](/|$)", names)
    utils::unzip(path, files = names[wanted], exdir = folder)
    tops <- dirname(names[basename(names) == "datapackage.json"])
    if (length(tops) == 0) stop_at(path, "holds no datapackage.json", "a release of the data set")
    file.path(folder, tops[order(nchar(tops))][1])
  }

  read_cells <- function(file, with_readr) {
    if (!with_readr) {
      return(utils::read.csv(
        file,
        colClasses = "character", na.strings = "", encoding = "UTF-8", check.names = FALSE, fill = FALSE
      ))
    }
    cells <- readr::read_csv(
      file,
      col_types = readr::cols(.default = readr::col_character()), na = "", trim_ws = FALSE,
      progress = FALSE, lazy = FALSE, name_repair = "minimal"
    )
    if (nrow(readr::problems(cells)) > 0) stop_at(file, "has broken lines", "CSV as it was published")
    as.data.frame(cells, optional = TRUE)
  }

  # A text that is no value of its type becomes NA, which the caller notices.
  to_type <- function(cells, type) {
    whole <- function(numbers) {
      if (all(abs(numbers) <= .Machine$integer.max, na.rm = TRUE)) as.integer(numbers) else numbers
    }
    switch(type,
      string = cells,
      integer = whole(suppressWarnings(as.numeric(cells))),
      number = suppressWarnings(as.numeric(cells)),
      boolean = unname(c(true = TRUE, false = FALSE)[cells]),
      date = as.Date(cells, format = "%Y-%m-%d"),
      datetime = as.POSIXct(sub("Z$", "", cells), format = "%Y-%m-%dT%H:%M:%OS", tz = "UTC")
    )
  }

  type_column <- function(cells, column, shape, code_values, where) {
    codes <- shape$codes[[column]]
    if (column %in% names(shape$taxonomies)) codes <- code_values[[shape$taxonomies[[column]]]]
    typed <- if (is.null(codes)) to_type(cells, shape$types[[column]]) else factor(cells, levels = codes)
    wrong <- which(is.na(typed) & !is.na(cells))
    if (length(wrong) > 0) {
      expected <- if (is.null(codes)) shape$types[[column]] else paste(codes, collapse = ", ")
      stop_at(paste0(where, ", column ", column), paste0('"', cells[wrong[1]], '"'), expected)
    }
    typed
  }

  type_table <- function(cells, shape, code_values, where) {
    unknown <- setdiff(names(cells), names(shape$types))
    if (length(unknown) > 0) {
      warning(where, ": no type is known of ", paste(unknown, collapse = ", "), "; kept as text", call. = FALSE)
    }
    for (column in setdiff(names(cells), unknown)) {
      cells[[column]] <- type_column(cells[[column]], column, shape, code_values, where)
    }
    attr(cells, "primary_key") <- shape$key
    attr(cells, "foreign_keys") <- shape$references
    cells
  }

  # path: a release zip, an unpacked release, or a built folder. tables: names of the tables to read; all if not told.
  # verify: whether files are compared with their checksums. use_readr: whether the package readr reads the files.
  function(path, tables = NULL, verify = TRUE, use_readr = requireNamespace("readr", quietly = TRUE)) {
    if (!file.exists(path)) stop_at(path, "is not there", "a release zip, an unpacked release or a built folder")
    folder <- path
    compared <- TRUE
    if (!dir.exists(path)) {
      beside <- read_sums(file.path(dirname(path), "SHA256SUMS"))
      if (verify && basename(path) %in% names(beside)) {
        compared <- compare(path, path, beside, basename(path), "download the zip again")
      }
      unpacked <- tempfile("security-meetings-")
      on.exit(unlink(unpacked, recursive = TRUE))
      folder <- unpack(path, unpacked)
    }
    descriptor_file <- file.path(folder, "datapackage.json")
    if (!file.exists(descriptor_file)) stop_at(path, "holds no datapackage.json", "a release or a built folder")
    sums <- read_sums(file.path(folder, "SHA256SUMS"))
    if (verify && length(sums) > 0) {
      compared <- compare(descriptor_file, paste0(path, ", datapackage.json"), sums, "datapackage.json") && compared
    }
    descriptor <- read_descriptor(descriptor_file)
    sums <- c(sums, descriptor$sums[setdiff(names(descriptor$sums), names(sums))])

    wanted <- if (is.null(tables)) names(shapes) else tables
    strange <- setdiff(wanted, names(shapes))
    if (length(strange) > 0) {
      stop_at(paste0('table "', strange[1], '"'), "is not known", paste(names(shapes), collapse = ", "))
    }
    taxonomies <- unique(unlist(lapply(shapes[wanted], function(shape) shape$taxonomies), use.names = FALSE))
    cells <- list()
    for (name in union(wanted, taxonomies)) {
      file <- file.path(folder, "csv", paste0(name, ".csv"))
      where <- paste0(path, ", csv/", name, ".csv")
      if (!file.exists(file)) stop_at(where, "is not there", "a complete release")
      if (verify) compared <- compare(file, where, sums, paste0("csv/", name, ".csv")) && compared
      cells[[name]] <- read_cells(file, use_readr)
    }
    if (verify && !compared) {
      message("The checksums were not compared: install the package digest, or R 4.5 or later.")
    }
    code_values <- lapply(stats::setNames(nm = taxonomies), function(name) cells[[name]][[shapes[[name]]$key]])
    typed <- lapply(stats::setNames(nm = wanted), function(name) {
      type_table(cells[[name]], shapes[[name]], code_values, paste0(path, ", csv/", name, ".csv"))
    })
    attr(typed, "version") <- descriptor$version
    typed
  }
})
