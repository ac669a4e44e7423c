using EssConsult.Content.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Actors.Features;

[Public]
[CachedForVisitors]
internal sealed class StructureModel(ReadActorHandler read, IMarkup markup, PageHead head, CacheTags tags) : PageModel
{
    public ActorView Found { get; private set; } = null!;

    public Actor Actor => Found.Actor;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await read.HandleAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        tags.Add(found.Actor.Id.ToString());
        head.Title = found.Actor.Name;
        head.Description = markup.PlainText(found.Actor.Description, 160) is { Length: > 0 } extract ? extract : null;
        head.Robots = found.Actor.IsDemo || found.Actor.State != ActorState.Published ? "noindex" : null;
        return Page();
    }
}
