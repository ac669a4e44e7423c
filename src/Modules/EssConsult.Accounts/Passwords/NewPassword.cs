using Microsoft.AspNetCore.Identity;

namespace EssConsult.Accounts.Passwords;

internal static class NewPassword
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>Gives the person a password; every other session ends with the next check of its stamp.</summary>
    /// <exception cref="RuleException">Too short, too long, or the address itself.</exception>
    public static void Set(UserManager<Person> people, Person person, string? password)
    {
        var sentence = password switch
        {
            null or { Length: < Shortest } => "Un mot de passe a douze caractères au moins. Trois ou quatre mots font l’affaire.",
            { Length: > Longest } => "Ce mot de passe est trop long.",
            _ when string.Equals(password, person.Email, StringComparison.OrdinalIgnoreCase) => "Votre adresse ne peut pas servir de mot de passe.",
            _ => null,
        };
        if (sentence is not null)
        {
            throw new RuleException("account.password", sentence) { Field = "NewPassword" };
        }

        person.PasswordHash = people.PasswordHasher.HashPassword(person, password!);
        Lockout.Forget(person);
        person.EndSessions();
    }
}
