using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Discussion.Features.Comments;

/// <summary>The author corrects a comment or takes it back.</summary>
[SignedIn]
internal sealed class EditModel(SiteDb db, IComments comments, Standings standings, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public Alignment Alignment { get; set; }

    public Comment Row { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    public bool IsFresh => Row.IsFresh(clock.UtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        (Body, Alignment) = (Row.Body, Row.Alignment);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        await comments.EditAsync(Id, person.RequiredId, Body ?? string.Empty, Row.ParentId is null ? Alignment : Row.Alignment, ct);
        return LocalRedirect(Url.Content($"~/commentaires/{Id}"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        await comments.RemoveAsync(Id, person.RequiredId, ct);
        return LocalRedirect(Url.Content($"~/commentaires/{Id}"));
    }

    public Task ReloadAsync(CancellationToken ct) => LoadAsync(ct);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var row = await db.Set<Comment>().AsNoTracking().FirstOrDefaultAsync(found => found.Id == Id && found.AuthorId == person.Id && found.State == CommentState.Published, ct);
        if (row is not null)
        {
            (Row, Standing) = (row, await standings.OfAsync(row.ContentItemId, ct));
        }

        return row is not null && Standing.Rules.Visible;
    }
}
