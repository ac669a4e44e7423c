using EssConsult.Content.Permits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Contents;

[RequirePermission("AccessAdminPanel")]
internal sealed class ContentsModel(ListContents list, IContentDefinitions definitions, ContentPermits permits) : PageModel
{
    public ContentPage Found { get; private set; } = new([], 0, new ContentFilter());

    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public IReadOnlyList<ContentTypeDefinition> Creatable { get; private set; } = [];

    public async Task OnGetAsync(
        string? type, [FromQuery(Name = "etat")] string? state, [FromQuery(Name = "q")] string? text, [FromQuery(Name = "auteur")] string? author,
        [FromQuery(Name = "tri")] string? sort, [FromQuery(Name = "page")] int number, CancellationToken ct)
    {
        Types = [.. definitions.Types.Where(known => known.Options.Listable && permits.CanList(known.Name))];
        Creatable = [.. definitions.Types.Where(known => known.Options.Creatable && permits.CanCreate(known.Name))];
        Found = await list.HandleAsync(new ContentFilter { Type = type, State = state, Text = text, Author = author, Sort = sort, Page = Math.Clamp(number, 1, 100_000) }, ct);
    }
}
