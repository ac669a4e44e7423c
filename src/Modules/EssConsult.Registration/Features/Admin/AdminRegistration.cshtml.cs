using EssConsult.Registration.Features.Mine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Registration.Features.Admin;

/// <summary>One registration as the team sees it: who comes, to which workshops, with which answers; names and address are corrected here, and the link is sent again. Needs stay with whoever may see them.</summary>
[RequirePermission(Permissions.ManageEvents)]
internal sealed class AdminRegistrationModel(SiteDb db, OwnRegistrations own, RegistrationVerbs verbs, RegistrationMails mails, CurrentPerson person) : PageModel, IReloadsForm
{
    private const int LongestName = 100;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Names of the other seats, in order.</summary>
    [BindProperty]
    public List<string?> Guests { get; set; } = [];

    internal OwnRegistration Own { get; private set; } = null!;

    [TempData]
    public string? Notice { get; set; }

    /// <summary>An account's address is changed in the account alone.</summary>
    public bool HasAccount => Own.Row.PersonId is not null;

    public async Task<IActionResult> OnGetAsync(string id, Guid registration, CancellationToken ct)
    {
        if (!await FindAsync(id, registration, ct))
        {
            return NotFound();
        }

        // People, names and address are the plenary's: there they are changed for all its workshops.
        if (Own.Row.WithinId is { } plenary)
        {
            return RedirectToPage(new { id = Own.Event.ParentId, registration = plenary });
        }

        (Name, Organisation, Email, Guests) = (Own.Row.Name, Own.Row.Organisation, Own.Row.Email, [.. Own.Attendees.Skip(1).Select(seat => seat.Name)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, Guid registration, CancellationToken ct)
    {
        if (!await FindAsync(id, registration, ct) || Own.Row is { IsEnded: true } or { WithinId: not null })
        {
            return NotFound();
        }

        var name = TypedText.Line(Name, LongestName);
        if (name.Length == 0)
        {
            throw new RuleException("registration.name", "Écrivez son nom, en cent caractères au plus.") { Field = nameof(Name) };
        }

        await verbs.RenameAsync(Own.Row, name, TypedText.Line(Organisation, LongestName) is { Length: > 0 } organisation ? organisation : null, ct);
        foreach (var seat in Own.Attendees)
        {
            seat.Name = seat.Position == 0 ? name : TypedText.Line(Guests.ElementAtOrDefault(seat.Position - 1), LongestName) is { Length: > 0 } guest ? guest : null;
        }

        var isElsewhere = !HasAccount && Readdress();
        db.Audit(new AuditEntry("registration.corrected", id, person.RequiredId, registration));
        await db.SaveChangesAsync(ct);
        if (isElsewhere)
        {
            await mails.SendAgainAsync(registration, ct);
            await db.SaveChangesAsync(ct);
        }

        Notice = isElsewhere ? "Enregistré ; le message est parti à la nouvelle adresse." : "Enregistré.";
        return RedirectToPage(new { id, registration });
    }

    public async Task<IActionResult> OnPostResendAsync(string id, Guid registration, CancellationToken ct)
    {
        if (!await FindAsync(id, registration, ct) || Own.Row is { IsEnded: true } or { PersonId: null, Email: null })
        {
            return NotFound();
        }

        await mails.SendAgainAsync(registration, ct);
        db.Audit(new AuditEntry("registration.resent", id, person.RequiredId, registration));
        await db.SaveChangesAsync(ct);
        Notice = "Le message est reparti, avec le lien du billet.";
        return RedirectToPage(new { id, registration });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await FindAsync(RouteData.Values["id"]!.ToString()!, Guid.Parse(RouteData.Values["registration"]!.ToString()!), ct);
    }

    /// <returns>Whether it goes to another address from now on.</returns>
    /// <exception cref="RuleException">Not an address.</exception>
    private bool Readdress()
    {
        var address = string.IsNullOrWhiteSpace(Email) ? null : EmailAddress.Clean(Email) ?? throw new RuleException("registration.email", "Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.") { Field = nameof(Email) };
        if (address == Own.Row.Email)
        {
            return false;
        }

        foreach (var row in Own.Workshops.Select(workshop => workshop.Row).Append(Own.Row))
        {
            (row.Email, row.EmailKey) = (address, address is null ? null : EmailAddress.Normalize(address));
        }

        return address is not null;
    }

    private async Task<bool> FindAsync(string id, Guid registration, CancellationToken ct)
    {
        if (await own.FindAsync(registration, ct) is not { } found || found.Event.ContentItemId != id)
        {
            return false;
        }

        Own = found;
        return true;
    }
}
