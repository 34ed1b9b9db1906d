"""Economic appraisal: what a project is worth to society at constant prices; none of its lines is cash."""
