using EssConsult.Registration.Events;
using EssConsult.Registration.Seats;
using EssConsult.Workflows.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Admin;

/// <summary>Who is registered to an event, who waits, and what the team may do for them.</summary>
[RequirePermission(Permissions.ManageEvents)]
internal sealed class AdminEventModel(SiteDb db, ListRegistrations list, RegistrationVerbs verbs, Registering registering, IUserTasks tasks, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public RegistrationState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public NewRegistration New { get; set; } = new();

    public EventRow Event { get; private set; } = null!;

    internal EventSeats? Seats { get; private set; }

    internal RegistrationPage Found { get; private set; } = new([], 0, 1, 1);

    internal IReadOnlyDictionary<RegistrationState, int> People { get; private set; } = new Dictionary<RegistrationState, int>();

    internal IReadOnlyList<(NeedKind Kind, int Count)> Needs { get; private set; } = [];

    [TempData]
    public string? Notice { get; set; }

    public bool IsOver => Event.EndsUtc <= clock.UtcNow();

    public string Link(int number) => Link(Event.ContentItemId, number);

    private string Link(string id, int number) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Request.PathBase + "/admin/rendez-vous/" + id, new Dictionary<string, string?>
    {
        ["q"] = string.IsNullOrEmpty(Text) ? null : Text, ["etat"] = State?.ToString(), ["page"] = number > 1 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    }.Where(pair => pair.Value is not null));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostApproveAsync(string id, Guid registration, CancellationToken ct) => ActAsync(id, registration, "registration.approved", row => DecideAsync(row, () => verbs.ApproveAsync(row.Id, ct), ct), "Inscription approuvée.", ct);

    public Task<IActionResult> OnPostRefuseAsync(string id, Guid registration, CancellationToken ct) => ActAsync(id, registration, "registration.refused", row => DecideAsync(row, () => verbs.EndAsync(row, EndReason.Refused, ct), ct), "Demande non retenue : la personne est prévenue.", ct);

    public Task<IActionResult> OnPostConfirmAsync(string id, Guid registration, CancellationToken ct) => ActAsync(id, registration, "registration.confirmed", row => verbs.ProveAsync(row, ct), "Inscription confirmée.", ct);

    public Task<IActionResult> OnPostRemoveAsync(string id, Guid registration, CancellationToken ct) => ActAsync(id, registration, "registration.removed", row => verbs.EndAsync(row, EndReason.Removed, ct), "Inscription annulée : la personne est prévenue.", ct);

    public async Task<IActionResult> OnPostAddAsync(string id, CancellationToken ct)
    {
        var asked = New.Ask(id);
        var made = await registering.RegisterAsync(asked, ct);
        db.Audit(new AuditEntry("registration.added", id, person.RequiredId, made.Id));
        await db.SaveChangesAsync(ct);
        Notice = made.State == RegistrationState.Waiting ? "Ajouté à la liste d’attente."
            : asked.Email is null && asked.PersonId is null ? "Inscription ajoutée. Sans adresse, le billet s’imprime avec les badges." : "Inscription ajoutée : la personne reçoit son billet.";
        return RedirectToPage(new { id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, ct);
    }

    /// <exception cref="RuleException">A circuit waits for the decision: deciding past it would leave it waiting, and its rule broken.</exception>
    private async Task DecideAsync(Registration registration, Func<Task> verb, CancellationToken ct)
    {
        if ((await tasks.ListAsync(registration.Id.ToString(), ct)) is [var task, ..])
        {
            throw new RuleException("registration.circuit", "Le circuit « {0} » décide pour cette inscription : répondez à sa question, sous « Décisions ».", task.Circuit);
        }

        await verb();
    }

    private async Task<IActionResult> ActAsync(string id, Guid registration, string act, Func<Registration, Task> verb, string notice, CancellationToken ct)
    {
        if (await db.Set<Registration>().FirstOrDefaultAsync(row => row.Id == registration && row.EventId == id, ct) is not { } row)
        {
            return NotFound();
        }

        await verb(row);
        db.Audit(new AuditEntry(act, id, person.RequiredId, registration));
        await db.SaveChangesAsync(ct);
        Notice = notice;
        return LocalRedirect(Link(id, 1));
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } found)
        {
            return false;
        }

        Event = found;
        Seats = await db.Set<EventSeats>().AsNoTracking().FirstOrDefaultAsync(row => row.EventId == id, ct);
        Found = await list.ReadAsync(id, new RegistrationFilter(Text, State), Number, ct);
        People = await db.Set<Registration>().Where(row => row.EventId == id).GroupBy(row => row.State).Select(group => new { group.Key, Seats = group.Sum(row => row.Seats) }).ToDictionaryAsync(group => group.Key, group => group.Seats, ct);
        Needs = [.. (await db.Set<AttendeeNeed>().Where(need => need.EventId == id && db.Set<Registration>().Any(row => row.Id == need.RegistrationId && row.State != RegistrationState.Ended))
            .GroupBy(need => need.Kind).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct)).OrderBy(group => group.Key).Select(group => (group.Key, group.Count))];
        return true;
    }
}

/// <summary>Somebody whom the team registers: by telephone, on paper, on a stand.</summary>
internal sealed class NewRegistration
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public int Seats { get; set; } = 1;

    public Guid FormKey { get; set; }

    /// <exception cref="RuleException">No name, or what is no address.</exception>
    internal RegisterForEvent Ask(string eventId)
    {
        var (name, address) = (TypedText.Clean(Name), EmailAddress.Clean(Email));
        if (name.Length is 0 or > 100)
        {
            throw new RuleException("registration.name", "Écrivez son nom, en cent caractères au plus.") { Field = "New.Name" };
        }

        return address is null && !string.IsNullOrWhiteSpace(Email)
            ? throw new RuleException("registration.email", "Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.") { Field = "New.Email" }
            : new RegisterForEvent { EventId = eventId, FormKey = FormKey == Guid.Empty ? Guid.CreateVersion7() : FormKey, Name = name, Email = address, Seats = Seats, Source = RegistrationSource.Organiser, IsProved = true };
    }
}
