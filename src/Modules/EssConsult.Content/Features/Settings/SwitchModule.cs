namespace EssConsult.Content.Features.Settings;

internal sealed class SwitchModuleHandler(SiteDb db, FeatureSwitch features)
{
    public async Task HandleAsync(string moduleId, bool enable, string actorId, CancellationToken ct)
    {
        await features.SwitchAsync(db, enable ? [moduleId] : [], enable ? [] : [moduleId], ct);
        db.Audit(new AuditEntry(enable ? "module.enable" : "module.disable", moduleId, actorId));
        await db.SaveChangesAsync(ct);

        // The next page must show it, on this node before the follower comes round.
        await features.ResumeAsync(ct);
    }
}
