using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace EssConsult.Subscriptions.Features;

/// <summary>Asks for an address. The answer is the same whether it was known or not, so that nobody learns who subscribes.</summary>
[Public]
[EnableRateLimiting(SubscriptionLimits.Policy)]
internal sealed class InformModel(SiteDb db, Subscribing subscribing, IProcesses processes) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "demarche")]
    public string? ProcessId { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    /// <summary>Null for the démarches to come.</summary>
    public Process? Process { get; private set; }

    public string Topic => Process?.Id ?? SubscriptionTopic.Coming;

    public bool IsAsked { get; private set; }

    public IActionResult OnGet(bool envoye)
    {
        IsAsked = envoye;
        return Find() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Find())
        {
            return NotFound();
        }

        await subscribing.AskAsync(Address, Topic, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, ct);
        await db.SaveChangesAsync(ct);
        return RedirectToPage(new { demarche = Topic, envoye = true });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        Find();
        return Task.CompletedTask;
    }

    private bool Find()
    {
        Process = ProcessId is null ? processes.All.FirstOrDefault(process => !process.IsArchived) : processes.Find(ProcessId);
        return Process is not null || ProcessId is null or SubscriptionTopic.Coming;
    }
}
