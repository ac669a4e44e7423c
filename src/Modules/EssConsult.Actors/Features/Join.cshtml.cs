using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Actors.Features;

[SignedIn]
internal sealed class JoinModel(ReadActorHandler read, RequestMembershipHandler request, CurrentPerson person) : PageModel, IReloadsForm
{
    public ActorView Found { get; private set; } = null!;

    [BindProperty]
    [StringLength(1000, ErrorMessage = "Ce message est trop long : 1 000 caractères au plus.")]
    public string? Message { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await LoadAsync(slug, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await request.HandleAsync(Found.Actor.Id, Message, person.RequiredId, ct);
        return LocalRedirect(Url.Content("~/compte/structures"));
    }

    public Task ReloadAsync(CancellationToken ct) => LoadAsync((string)RouteData.Values["slug"]!, ct);

    private async Task<bool> LoadAsync(string slug, CancellationToken ct)
    {
        if (await read.HandleAsync(slug, ct) is not { Actor.State: ActorState.Published } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
