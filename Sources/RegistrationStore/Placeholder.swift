enum RegistrationStorePlaceholder {}
