using EssConsult.Actors.Contracts;
using EssConsult.Content.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features;

/// <summary>Changes what the directory says of a structure: its contacts and the moderators may.</summary>
internal sealed class ChangeActorHandler(SiteDb db, IMedia media, CurrentPerson person, TimeProvider clock)
{
    /// <returns>Null when there is no such structure, or not for this person.</returns>
    public async Task<Actor?> FindAsync(string slug, CancellationToken ct)
    {
        var actor = await db.Set<Actor>().FirstOrDefaultAsync(row => row.Slug == slug, ct);
        if (actor is null || person.Can(Permissions.ManageActors))
        {
            return actor;
        }

        var isContact = await db.Set<ActorMember>().AnyAsync(
            member => member.ActorId == actor.Id && member.PersonId == person.RequiredId && member.State == MemberState.Accepted && member.Role == MemberRole.Contact, ct);
        return isContact && actor.State == ActorState.Published ? actor : null;
    }

    /// <exception cref="RuleException">Somebody else changed it meanwhile, or the logo is no picture that can be read.</exception>
    public async Task HandleAsync(Actor actor, ActorForm form, LogoForm logo, CancellationToken ct)
    {
        if (form.Stamp != actor.Stamp)
        {
            throw new RuleException(Actor.ChangedElsewhere, Actor.ChangedElsewhereSentence);
        }

        if (!actor.Take(form.ToFacts(), clock.UtcNow()) & !await TakeLogoAsync(actor, logo, ct))
        {
            return;
        }

        db.Audit(new AuditEntry("actor.change", actor.Id.ToString(), person.RequiredId));
        if (actor.State == ActorState.Published)
        {
            db.Publish(new ActorChanged(actor.Id));
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<bool> TakeLogoAsync(Actor actor, LogoForm logo, CancellationToken ct)
    {
        if (logo.File is null && !(logo.Remove && actor.Logo is not null))
        {
            return false;
        }

        var path = logo.File is { } file ? await StoreAsync(file, actor.Name, ct) : null;
        await media.ShowAsync($"actor:{actor.Id}", path is null ? [] : [path], ct);
        actor.TakeLogo(path, clock.UtcNow());
        return true;
    }

    private async Task<string> StoreAsync(IFormFile file, string name, CancellationToken ct)
    {
        if (!LogoForm.Kinds.Contains(System.IO.Path.GetExtension(file.FileName), StringComparer.OrdinalIgnoreCase))
        {
            throw new RuleException("actor.logo-kind", "Un logo est une image PNG, JPEG ou WebP.") { Field = "Logo.File" };
        }

        await using var content = file.OpenReadStream();
        return await media.StoreAsync(content, file.FileName, "Logo : " + name, person.RequiredId, ct);
    }
}
