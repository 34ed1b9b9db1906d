"""The term sheet: one HTML file in English, Russian or Kazakh, whole in itself."""
