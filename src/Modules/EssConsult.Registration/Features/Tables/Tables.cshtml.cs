using EssConsult.Registration.Events;
using EssConsult.Registration.Tables;
using EssConsult.Seating.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Tables;

/// <summary>The tables of an event: composed, looked at with what they are worth, composed anew with those who came, printed.</summary>
[RequirePermission(Permissions.ManageEvents)]
internal sealed class TablesModel(SiteDb db, Composing composing, TraitChoices choices, ITaxonomies taxonomies, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty]
    public TablesForm Form { get; set; } = new();

    /// <summary>« table » or « nom »: a list to print, by table or by name.</summary>
    [BindProperty(SupportsGet = true, Name = "liste")]
    public string? List { get; set; }

    public EventRow Event { get; private set; } = null!;

    internal IReadOnlyList<TraitChoice> Traits { get; private set; } = [];

    internal StoredPlan? Stored { get; private set; }

    public TablePlan? Plan { get; private set; }

    internal IReadOnlyList<SeatLine> Seats { get; private set; } = [];

    [TempData]
    public string? Notice { get; set; }

    internal string TraitLabel(string key) => Traits.FirstOrDefault(trait => trait.Key == key)?.Label ?? key;

    internal string ValueLabel(string key, string value) => key == TraitChoices.FirstTimer ? value == "yes" ? "oui" : "non" : taxonomies.FindTerm(value)?.Name ?? value;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Form = Stored is null ? new TablesForm { Traits = [.. Traits.Select(trait => trait.Key)] } : new TablesForm { Tables = Stored.Tables, Rounds = Stored.Rounds, Traits = [.. Stored.Traits.Split('\n')] };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string id, CancellationToken ct) => ActAsync(id, "Les tables sont composées.", row => composing.ComposeAsync(row, new TablesAsked(Form.SeatsPerTable is null ? Form.Tables : null, Form.SeatsPerTable, Form.Rounds, Form.Traits), person.RequiredId, ct), ct);

    public Task<IActionResult> OnPostPresentAsync(string id, CancellationToken ct) => ActAsync(id, "Les tables sont recomposées avec les présents.", row => composing.RecomposeAsync(row, Form.FirstRound, Form.Smallest, person.RequiredId, ct), ct);

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, ct);
    }

    private async Task<IActionResult> ActAsync(string id, string notice, Func<EventRow, Task> act, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } row)
        {
            return NotFound();
        }

        await act(row);
        Notice = notice;
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } row)
        {
            return false;
        }

        (Event, Traits) = (row, choices.Of(row));
        Stored = await composing.FindAsync(id, ct);
        if (Stored is { } stored)
        {
            Plan = Composing.Read(stored);
            Seats = [.. (await db.Set<TableSeat>().Where(seat => seat.PlanId == stored.Id)
                .Join(db.Set<Attendee>(), seat => seat.AttendeeId, attendee => attendee.Id, (seat, attendee) => new { seat, attendee })
                .Join(db.Set<Registration>(), pair => pair.attendee.RegistrationId, found => found.Id, (pair, found) => new SeatLine(pair.seat.Round, pair.seat.Table, pair.attendee.Id, pair.attendee.Name, found.Name, pair.attendee.Position, pair.attendee.Organisation)).ToListAsync(ct))
                .OrderBy(line => line.Round).ThenBy(line => line.Table).ThenBy(line => line.Shown, StringComparer.CurrentCulture)];
        }

        return true;
    }
}

internal sealed record SeatLine(int Round, int Table, Guid AttendeeId, string? Name, string Registrant, int Position, string? Organisation)
{
    /// <summary>A seat that waits for its name bears that of whoever took it.</summary>
    public string Shown => Name ?? $"{Registrant} +{Position}";
}

public sealed record TablesForm
{
    public int? Tables { get; set; }

    /// <summary>In place of the number of tables.</summary>
    public int? SeatsPerTable { get; set; }

    public int Rounds { get; set; } = 1;

    public List<string> Traits { get; set; } = [];

    public int FirstRound { get; set; } = 1;

    public int Smallest { get; set; } = 4;
}
