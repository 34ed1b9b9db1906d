"""The command line: each verb one file. Heavy work is imported when a verb is called, so that help is quick."""
