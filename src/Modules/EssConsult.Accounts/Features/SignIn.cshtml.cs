using EssConsult.Accounts.Passwords;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Features;

/// <summary>Every way in on one page: a code by mail, a password, and on a developer's machine the demo accounts.</summary>
[Public]
internal sealed class SignInModel(SiteDb db, DeveloperMachine machine, EnterByPasswordHandler enter, EnterAsPersonaHandler persona, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? ReturnTo { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public IReadOnlyList<PersonaView> Personas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (person.IsSignedIn)
        {
            return this.GoTo(ReturnTo);
        }

        await ReloadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await enter.HandleAsync(Email, Password, ct);
        return this.GoTo(ReturnTo);
    }

    public async Task<IActionResult> OnPostPersonaAsync(string? id, CancellationToken ct)
    {
        if (!machine.Allows(HttpContext))
        {
            return NotFound();
        }

        return await persona.HandleAsync(id, ct) ? this.GoTo(ReturnTo) : NotFound();
    }

    public async Task ReloadAsync(CancellationToken ct) => Personas = machine.Allows(HttpContext)
        ? await db.Set<Person>().Where(known => known.IsPersona && known.DisabledUtc == null).OrderBy(known => known.Id)
            .Select(known => new PersonaView(known.Id, known.DisplayName!)).Take(20).ToListAsync(ct)
        : [];
}

internal sealed record PersonaView(string Id, string DisplayName);
