using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features.Admin;

[RequirePermission(Permissions.ManageActors)]
internal sealed class AdminStructureModel(
    SiteDb db, ChangeActorHandler change, DecideActorsHandler decideActors, DecideMembershipHandler decideMembers, ListMyActorsHandler members) : PageModel, IReloadsForm
{
    public Actor? Actor { get; private set; }

    public IReadOnlyList<ActorRequest> Members { get; private set; } = [];

    [BindProperty]
    public ActorForm Form { get; set; } = new();

    [BindProperty]
    public LogoForm Logo { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReloadAsync(ct);
        if (Actor is null)
        {
            return NotFound();
        }

        Form = ActorForm.Of(Actor);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReloadAsync(ct);
        if (Actor is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await change.HandleAsync(Actor, Form, Logo, ct);
        return To(Id);
    }

    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct)
    {
        await decideActors.PublishAsync([id], ct);
        return To(id);
    }

    public async Task<IActionResult> OnPostArchiveAsync(Guid id, CancellationToken ct)
    {
        await decideActors.ArchiveAsync([id], ct);
        return To(id);
    }

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, Guid member, CancellationToken ct) => To(id, await decideMembers.DecideAsync(member, accept: true, ct));

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, Guid member, CancellationToken ct) => To(id, await decideMembers.DecideAsync(member, accept: false, ct));

    public async Task<IActionResult> OnPostContactAsync(Guid id, Guid member, CancellationToken ct) => To(id, await decideMembers.ChangeRoleAsync(member, MemberRole.Contact, ct));

    public async Task<IActionResult> OnPostMemberAsync(Guid id, Guid member, CancellationToken ct) => To(id, await decideMembers.ChangeRoleAsync(member, MemberRole.Member, ct));

    public async Task ReloadAsync(CancellationToken ct)
    {
        Actor = await db.Set<Actor>().FirstOrDefaultAsync(actor => actor.Id == Id, ct);
        Members = Actor is null ? [] : await members.OfAsync(Actor.Id, ct);
    }

    private IActionResult To(Guid id, bool found = true) => found ? LocalRedirect(Url.Content($"~/admin/structures/{id}")) : NotFound();
}
