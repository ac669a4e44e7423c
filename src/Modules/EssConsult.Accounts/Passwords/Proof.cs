using EssConsult.Accounts.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Passwords;

/// <summary>How somebody whose session is open shows that it is theirs.</summary>
internal enum ProofAsked
{
    /// <summary>They came by a code or a link a moment ago, or are fictional and come by a click.</summary>
    None,
    Password,

    /// <summary>There is no password: another code to their address.</summary>
    Code,
}

internal sealed record ProofView(ProofAsked Asked, string Email);

/// <summary>A session left open is not the person: what takes the account away from them asks for more.</summary>
internal sealed class Proof(SiteDb db, UserManager<Person> people, Lockout lockout, Session session)
{
    public async Task<ProofView> ViewAsync(string personId, CancellationToken ct)
    {
        var person = await FindAsync(personId, ct);
        return new ProofView(await AskedOfAsync(person), person.Email!);
    }

    /// <exception cref="RuleException">The password is wrong, or no code was given a moment ago.</exception>
    public async Task RequireAsync(string personId, string? password, CancellationToken ct)
    {
        var person = await FindAsync(personId, ct);
        switch (await AskedOfAsync(person))
        {
            case ProofAsked.Password when !await IsCurrentAsync(person, password, ct):
                throw new RuleException("account.current-password", "Ce n’est pas votre mot de passe actuel.") { Field = "CurrentPassword" };
            case ProofAsked.Code:
                throw new RuleException("account.proof", "Montrez d’abord que c’est bien vous, par un code envoyé à votre adresse.");
        }
    }

    private Task<Person> FindAsync(string personId, CancellationToken ct) => db.Set<Person>().SingleAsync(known => known.Id == personId, ct);

    private async Task<ProofAsked> AskedOfAsync(Person person) =>
        person.IsPersona || await session.IsAddressProvedAsync() ? ProofAsked.None : person.PasswordHash is null ? ProofAsked.Code : ProofAsked.Password;

    private async Task<bool> IsCurrentAsync(Person person, string? password, CancellationToken ct)
    {
        if (!await lockout.AllowsAsync(person, ct) || !await people.CheckPasswordAsync(person, password ?? string.Empty))
        {
            return false;
        }

        await lockout.ForgetAsync(person, ct);
        return true;
    }
}
