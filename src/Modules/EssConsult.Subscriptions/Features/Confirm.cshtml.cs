using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Subscriptions.Features;

/// <summary>The mailed link. It asks once more: programs that look at the links of a mail must not confirm in its owner's place.</summary>
[Public]
internal sealed class ConfirmModel(SiteDb db, Subscribing subscribing, IProcesses processes) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    public IReadOnlyList<Process> Processes { get; private set; } = [];

    public bool WantsComing { get; private set; }

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } subscription)
        {
            return NotFound();
        }

        subscribing.Confirm(subscription);
        await db.SaveChangesAsync(ct);
        IsDone = true;
        return Page();
    }

    private async Task<Subscription?> FindAsync(CancellationToken ct)
    {
        var found = await subscribing.FindToConfirmAsync(Token, ct);
        Processes = [.. (found?.Topics ?? []).Select(topic => processes.Find(topic.ProcessId)).OfType<Process>()];
        WantsComing = found?.Topics.Exists(topic => topic.ProcessId == SubscriptionTopic.Coming) == true;
        return found;
    }
}
