"""Language models that decide whether an edit a rule proposes makes its sentence likelier."""
