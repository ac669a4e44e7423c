using EssConsult.Registration.Events;
using EssConsult.Registration.Feedback;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Feedback;

/// <summary>What somebody thought of an event: once per registration, and kept without any link to it.</summary>
[Public]
internal sealed class GiveFeedbackModel(SiteDb db, FeedbackVerbs verbs, RegistrationOwner owner) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    /// <summary>One mark a question, 1 to 4.</summary>
    [BindProperty]
    public List<int?> Marks { get; set; } = [];

    [BindProperty]
    public string? Words { get; set; }

    public EventRow Event { get; private set; } = null!;

    public Guid Id { get; private set; }

    public bool IsDone { get; private set; }

    public bool IsOpen => verbs.IsOpen(Event);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var words = TypedText.Clean(Words);
        await verbs.GiveAsync(Event, id, new EventFeedback { EventId = Event.ContentItemId, Useful = MarkOf(0), Heard = MarkOf(1), Welcome = MarkOf(2), Again = MarkOf(3), Words = words.Length == 0 ? null : words[..Math.Min(words.Length, EventFeedback.LongestText)] }, ct);
        return RedirectToPage(new { id, jeton = Token });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    public int? MarkOf(int question) => Marks.ElementAtOrDefault(question) is >= 1 and <= 4 and var mark ? mark : null;

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var row = await db.Set<Registration>().AsNoTracking().FirstOrDefaultAsync(found => found.Id == id && found.State == RegistrationState.Confirmed, ct);
        if (row is null || !owner.Holds(row, Token) || await db.FindEventAsync(row.EventId, ct) is not { } seen)
        {
            return false;
        }

        (Id, Event) = (id, seen);
        IsDone = await db.Set<FeedbackGiven>().AnyAsync(given => given.RegistrationId == id, ct);
        return true;
    }
}
