using EssConsult.Registration.Events;
using EssConsult.Registration.Feedback;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Registration.Features.Feedback;

/// <summary>What those who came thought of an event, from ten answers on.</summary>
[RequirePermission(Permissions.ManageEvents)]
internal sealed class FeedbackResultsModel(SiteDb db, FeedbackVerbs verbs) : PageModel
{
    public EventRow Event { get; private set; } = null!;

    internal (int Total, IReadOnlyList<FeedbackResult> Results, IReadOnlyList<string> Words)? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } row)
        {
            return NotFound();
        }

        (Event, Found) = (row, await verbs.ReadAsync(id, ct));
        return Page();
    }
}
