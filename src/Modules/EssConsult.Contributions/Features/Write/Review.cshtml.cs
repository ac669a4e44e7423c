using EssConsult.Accounts.Contracts;
using EssConsult.Contributions.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Write;

/// <summary>The last look before sending: the text as it will appear, those that are close to it, and what happens next.</summary>
[Public]
internal sealed class ReviewModel(ContributionWriting writing, CircuitModeration circuits, Signing signing, IContentStore content, IContentForm form, IProcesses processes, IIdentify identify, CurrentPerson person, SiteDb db) : PageModel, IReloadsForm
{
    public ContentItem Item { get; private set; } = null!;

    public Process Process { get; private set; } = null!;

    /// <summary>Who reads it and when: the démarche's rule, or that of a circuit.</summary>
    public ModerationPolicy Policy => circuits.PolicyOf(Process);

    public IReadOnlyList<FieldValue> Values { get; private set; } = [];

    [BindProperty]
    public Guid? ActorId { get; set; }

    public SpeakerView Speaker { get; private set; } = new([], null);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is null)
        {
            return await ElsewhereAsync(id, ct);
        }

        await DescribeAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        var row = await FindAsync(id, ct);
        if (row is null)
        {
            return await ElsewhereAsync(id, ct);
        }

        if (!person.IsSignedIn)
        {
            return LocalRedirect(identify.PageFor($"{Request.PathBase}/contribuer/{id}/relire"));
        }

        if (!person.Can(Permissions.ContributeContent))
        {
            return Forbid();
        }

        await writing.SubmitAsync(row, Item, ActorId, ct);
        await db.SaveChangesAsync(ct);
        return RedirectToPage("/EssConsult.Contributions/Write/Sent", new { id });
    }

    /// <summary>A text that was just sent from another window is shown as it was found: it is no draft any more.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        if (Item is not null || await FindAsync(RouteData.Values["id"]!.ToString()!, ct) is not null)
        {
            await DescribeAsync(ct);
        }
    }

    /// <summary>A second press, the way back, another device: the text is sent already, and its author learns what became of it.</summary>
    private async Task<IActionResult> ElsewhereAsync(string id, CancellationToken ct) =>
        await writing.FindOwnAsync(id, browserKey: null, ct) is { State: ContributionState.Submitted or ContributionState.Published } ? RedirectToPage("/EssConsult.Contributions/Write/Sent", new { id }) : NotFound();

    private async Task<ContributionRow?> FindAsync(string id, CancellationToken ct)
    {
        var row = await writing.FindOwnAsync(id, identify.BrowserKey, ct);
        if (row?.State is not (ContributionState.Draft or ContributionState.Refused) || processes.Find(row.ProcessId) is not { } process
            || await content.FindAsync(id, ContentVersion.Latest, ct) is not { } item)
        {
            return null;
        }

        (Item, Process) = (item, process);
        return row;
    }

    private async Task DescribeAsync(CancellationToken ct)
    {
        Values = await form.ValuesAsync(Item, ct);
        Speaker = new SpeakerView(await signing.ChoicesAsync(ct), HttpMethods.IsPost(Request.Method) ? ActorId : Signing.Chosen(Item));
    }
}
