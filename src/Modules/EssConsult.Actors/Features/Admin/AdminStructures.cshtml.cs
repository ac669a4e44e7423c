using EssConsult.Actors.Contracts;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EssConsult.Actors.Features.Admin;

[RequirePermission(Permissions.ManageActors)]
internal sealed class AdminStructuresModel(ListAllActorsHandler list, DecideActorsHandler decide, IStringLocalizer words) : PageModel
{
    public AdminActorFilter Filter { get; private set; } = new();

    public AdminActorPage Found { get; private set; } = null!;

    public string? Notice { get; private set; }

    [BindProperty]
    public Guid[] Ids { get; set; } = [];

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "etat")]
    public ActorState? State { get; set; }

    [FromQuery(Name = "famille")]
    public ActorFamily? Family { get; set; }

    [FromQuery(Name = "voir")]
    public ActorCheck? Check { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task OnPostPublishAsync(CancellationToken ct) => await DoneAsync(await decide.PublishAsync(Ids, ct), ct);

    public async Task OnPostArchiveAsync(CancellationToken ct) => await DoneAsync(await decide.ArchiveAsync(Ids, ct), ct);

    public string Link(int page)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("q", Text), ("etat", State?.ToString()), ("famille", Family?.ToString()), ("voir", Check?.ToString()), ("p", page > 1 ? $"{page}" : null) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return Url.Content("~/admin/structures") + query.ToQueryString();
    }

    private async Task DoneAsync(int count, CancellationToken ct)
    {
        Notice = count switch
        {
            0 => words["Aucune structure n’a changé."],
            1 => words["1 structure a changé."],
            _ => words["{0} structures ont changé.", count],
        };
        ModelState.Clear();
        await LoadAsync(ct);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Filter = new AdminActorFilter(Text, State, Family, Check);
        Found = await list.HandleAsync(Filter, Number, ct);
    }
}
