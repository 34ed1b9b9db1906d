"""The language of line definitions: nodes, lines, sections and graphs. It knows no finance."""
