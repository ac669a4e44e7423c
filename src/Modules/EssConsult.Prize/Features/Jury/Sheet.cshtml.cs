using System.Text.Json;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Scoring;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Jury;

/// <summary>The scoring desk: an entry beside its grid. One button; what is set is kept at once where scripts run.</summary>
[SignedIn]
internal sealed class SheetModel(SiteDb db, JurorSpace space, ScoringVerbs verbs, EntryQuestions questions, TimeProvider clock) : PageModel, IReloadsForm
{
    /// <summary>By field: a criterion's id, why:its id, entrant, jury.</summary>
    [BindProperty]
    public Dictionary<string, string?> Marks { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    internal Seat Seat { get; private set; } = null!;

    internal Entry Entry { get; private set; } = null!;

    internal EntryText Text { get; private set; } = null!;

    public IReadOnlyList<FieldValue> Values { get; private set; } = [];

    internal ScoringRule Rule { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Standing { get; private set; } = new Dictionary<string, string>();

    /// <summary>What counts now; null while nothing was given.</summary>
    internal Sheet? Given { get; private set; }

    public string? Commitment { get; private set; }

    /// <summary>It was complete when scoring closed, and counts without having been submitted.</summary>
    public bool CountedAtClose { get; private set; }

    public Guid? Next { get; private set; }

    public Guid? Previous { get; private set; }

    public bool IsOpen => Seat.Edition.TakesMarks(clock.UtcNow());

    public bool HasUnsentChanges { get; private set; }

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(string edition, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(edition, id, ct))
        {
            return NotFound();
        }

        await DescribeAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(string edition, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(edition, id, ct))
        {
            return NotFound();
        }

        await KeepAsync(id, ct);
        Notice = "Notes enregistrées, pas encore validées.";
        return RedirectToPage(new { edition, id });
    }

    public async Task<IActionResult> OnPostSubmitAsync(string edition, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(edition, id, ct))
        {
            return NotFound();
        }

        await KeepAsync(id, ct);
        await verbs.SubmitAsync(Seat, id, ct);
        TempData["Notice"] = "Grille validée.";
        return RedirectToPage("/EssConsult.Prize/Jury/Desk", new { edition });
    }

    public async Task<IActionResult> OnPostAbstainAsync(string edition, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(edition, id, ct))
        {
            return NotFound();
        }

        await verbs.AbstainAsync(Seat, id, Reason, ct);
        TempData["Notice"] = "Abstention enregistrée.";
        return RedirectToPage("/EssConsult.Prize/Jury/Desk", new { edition });
    }

    /// <summary>What a device kept, in any order and as often as it likes.</summary>
    public async Task<IActionResult> OnPostMarksAsync(string edition, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(edition, id, ct))
        {
            return NotFound();
        }

        if (await ReadMarksAsync(ct) is not { Count: <= ScoringVerbs.MostMarks } given || given.Any(mark => mark is null or { Field: null }))
        {
            return BadRequest();
        }

        await verbs.ReceiveAsync(Seat, id, given, ct);
        return new JsonResult(new { time = clock.UtcNow().Hour() });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await FindAsync(RouteData.Values["edition"]!.ToString()!, Guid.Parse(RouteData.Values["id"]!.ToString()!), ct))
        {
            await DescribeAsync(ct);
        }
    }

    private async Task<List<GivenMark>?> ReadMarksAsync(CancellationToken ct)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<List<GivenMark>>(Request.Body, JsonSerializerOptions.Web, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the form changes of what stands.</summary>
    private async Task KeepAsync(Guid id, CancellationToken ct)
    {
        var standing = await verbs.StandingAsync(Seat.Juror.Id, id, ct);
        var changed = Marks.Where(field => (TypedText.Clean(field.Value) is { Length: > 0 } words ? words : null) != standing.GetValueOrDefault(field.Key));
        await verbs.ReceiveAsync(Seat, id, [.. changed.Select(field => new GivenMark(Guid.CreateVersion7(), field.Key, field.Value))], ct);
    }

    private async Task<bool> FindAsync(string edition, Guid id, CancellationToken ct)
    {
        if (await space.FindAsync(edition, ct) is not { } seat || await space.FindEntryAsync(seat, id, ct) is not { } entry)
        {
            return false;
        }

        (Seat, Entry) = (seat, entry);
        return true;
    }

    private async Task DescribeAsync(CancellationToken ct)
    {
        var (seat, id) = (Seat, Entry.Id);
        Rule = ScoringRule.Read(seat.Edition.Rule!);
        Text = (await db.LastSentAsync([id], ct))[id];
        Values = await questions.ShowAsync(Text.Answers, ct);
        Standing = await verbs.StandingAsync(seat.Juror.Id, id, ct);
        Given = await db.Set<Sheet>().AsNoTracking().FirstOrDefaultAsync(sheet => sheet.JurorId == seat.Juror.Id && sheet.EntryId == id, ct);
        (Commitment, CountedAtClose) = Given is not null && await db.Set<SheetSubmission>().Where(sent => sent.JurorId == seat.Juror.Id && sent.EntryId == id && sent.Sequence == Given.Sequence).Select(sent => new { sent.Commitment, sent.Act }).FirstAsync(ct) is { } last ? (last.Commitment, last.Act == SheetAct.ClosedComplete) : (null, false);
        HasUnsentChanges = Given is { Abstained: true } abstained ? await db.Set<Mark>().AnyAsync(mark => mark.JurorId == seat.Juror.Id && mark.EntryId == id && mark.ReceivedUtc > abstained.AtUtc, ct) : Given is not null && SheetText.Of(Rule, seat.Edition.RuleHash!, Standing).Write(seat.Juror.Id, id) != Given.Content;
        var numbers = await space.Assigned(seat).OrderBy(row => row.Number).Select(row => row.Id).ToListAsync(ct);
        var at = numbers.IndexOf(id);
        (Previous, Next) = (at > 0 ? numbers[at - 1] : null, at + 1 < numbers.Count ? numbers[at + 1] : null);
    }
}
