# Tries the loader for R on a release and a built folder of tests/release_samples.py, and writes what it read as CSV.
# Arguments: the loader, the zip, the built folder, a folder for the CSV files.
arguments <- commandArgs(trailingOnly = TRUE)
source(arguments[1])
zip <- arguments[2]
built <- arguments[3]

fault_of <- function(expression) {
  tryCatch({
    force(expression)
    "nothing is wrong"
  }, error = conditionMessage)
}
expect_told <- function(told, expression) {
  found <- fault_of(expression)
  if (!grepl(told, found, fixed = TRUE)) stop("not told: ", told, "\ninstead: ", found)
}

stopifnot(identical(ls(), c("arguments", "built", "expect_told", "fault_of", "read_security_meetings", "zip")))

tables <- read_security_meetings(zip, use_readr = FALSE)
stopifnot(
  identical(attr(tables, "version"), "1.0.0"),
  length(tables) == 19,
  identical(read_security_meetings(built, use_readr = FALSE), tables),
  identical(read_security_meetings(zip, "people", use_readr = FALSE)$people, tables$people)
)

meetings <- tables$meetings
stopifnot(
  is.character(meetings$meeting_id),
  inherits(meetings$date_start, "Date"),
  identical(meetings$date_start[1], as.Date("2019-05-06")),
  is.logical(meetings$has_date_conflict),
  is.integer(meetings$article_count),
  is.double(meetings$latitude),
  identical(meetings$cameo_code[1], "042"),
  identical(levels(meetings$status), c("held", "planned", "cancelled")),
  identical(levels(meetings$meeting_type), levels(tables$meeting_types$meeting_type)),
  identical(levels(meetings$meeting_type), c("bilateral_meeting", "multilateral_meeting", "phone_call")),
  identical(levels(tables$threat_types$parent), c("crime", "drug_trafficking")),
  identical(attr(meetings, "primary_key"), "meeting_id"),
  identical(attr(tables$meeting_articles, "primary_key"), c("meeting_id", "article_id")),
  identical(attr(meetings, "foreign_keys")[["host_country_code"]], "countries.country_code"),
  identical(tables$countries$iso2[tables$countries$country_code == "NAM"], "NA"),
  identical(tables$people$name[1], "NA"),
  is.na(tables$people$other_names[1]),
  identical(nrow(merge(tables$participants, meetings, by = "meeting_id")), 2L)
)

if (requireNamespace("readr", quietly = TRUE)) {
  stopifnot(
    identical(read_security_meetings(zip, use_readr = TRUE), tables),
    identical(read_security_meetings(zip), tables)
  )
  cat("readr reads the same\n")
}

expect_told("is not there; expected a release zip", read_security_meetings("nowhere"))
expect_told('table "peple": is not known', read_security_meetings(zip, "peple"))
expect_told("holds no datapackage.json", read_security_meetings(tempdir()))

spoilt <- file.path(tempdir(), "spoilt")
spoil <- function(change) {
  unlink(spoilt, recursive = TRUE)
  dir.create(spoilt)
  file.copy(list.files(built, full.names = TRUE), spoilt, recursive = TRUE)
  change()
}
people <- file.path(spoilt, "csv", "people.csv")
replace_in <- function(file, old, new) {
  writeLines(sub(old, new, readLines(file, encoding = "UTF-8", warn = FALSE), fixed = TRUE), file, useBytes = TRUE)
}

spoil(function() replace_in(people, "IRN", "TJK"))
expect_told("csv/people.csv: sha256 is ", read_security_meetings(spoilt))
stopifnot(identical(read_security_meetings(spoilt, "people", verify = FALSE)$people$country_code, c("TJK", "TJK")))
spoil(function() unlink(people))
expect_told("csv/people.csv: is not there", read_security_meetings(spoilt))
spoil(function() replace_in(file.path(spoilt, "datapackage.json"), '"hash"', '"hatch"'))
expect_told("has no checksum", read_security_meetings(spoilt))
cases <- list(
  c("people", "true", "yes", "boolean"),
  c("meetings", "phone_call", "stroll", "bilateral_meeting,"),
  c("meetings", "38.5358", "north", "number"),
  c("meetings", "2019-05-06,2019-05-06,2019-05-06", "2019-05-06,spring,2019-05-06", "date")
)
for (case in cases) {
  spoil(function() replace_in(file.path(spoilt, "csv", paste0(case[1], ".csv")), case[2], case[3]))
  for (with_readr in unique(c(FALSE, requireNamespace("readr", quietly = TRUE)))) {
    expect_told(case[4], read_security_meetings(spoilt, verify = FALSE, use_readr = with_readr))
  }
}

broken <- file.path(tempdir(), "broken.zip")
writeLines("no zip", broken)
expect_told("cannot be read as a zip", suppressWarnings(read_security_meetings(broken)))
file.copy(zip, file.path(spoilt, basename(zip)))
writeLines(paste0(strrep("0", 64), "  ", basename(zip)), file.path(spoilt, "SHA256SUMS"))
expect_told("download the zip again", read_security_meetings(file.path(spoilt, basename(zip))))

as_text <- function(column) {
  text <- as.character(column)
  if (is.logical(column)) text <- tolower(text)
  if (is.double(column) && !inherits(column, "Date")) text <- sprintf("%.17g", column)
  ifelse(is.na(column), "", paste0('"', gsub('"', '""', text, fixed = TRUE), '"'))
}
for (name in names(tables)) {
  table <- tables[[name]]
  lines <- paste(names(table), collapse = ",")
  if (nrow(table) > 0) lines <- c(lines, do.call(paste, c(unname(lapply(table, as_text)), sep = ",")))
  file <- file(file.path(arguments[4], paste0(name, ".csv")), open = "wb")
  writeLines(enc2utf8(lines), file, useBytes = TRUE)
  close(file)
}
cat("all is well\n")
