enum RegistrationPlaceholder {}
