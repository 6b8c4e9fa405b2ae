"""`python -m security_meetings`: the command line."""

from security_meetings.cli_start import main

main()
