using System.Text.Json.Nodes;
using EssConsult.Workflows.Checking;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Storage;

namespace EssConsult.Workflows.Editing;

/// <summary>Drawing boards: what is drawn does not run before it is put into service, and then only when the checker finds no fault.</summary>
internal sealed class CircuitDrafts(SiteDb db, WorkflowTypes types, CircuitCheck check, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The draft, or what runs when nothing is being drawn; null when there is no such circuit.</summary>
    public async Task<CircuitOnBoard?> OpenAsync(string id, CancellationToken ct) => await db.Set<WorkflowTypeRow>().FirstOrDefaultAsync(row => row.Id == id, ct) is { } row
        ? new CircuitOnBoard(new CircuitDraft((JsonObject)JsonNode.Parse(row.Draft ?? row.Json)!), row.Draft is not null, row.IsEnabled, row.Version)
        : null;

    /// <exception cref="RuleException">The name is missing.</exception>
    public async Task<string> CreateAsync(string? name, CancellationToken ct)
    {
        var draft = CircuitDraft.New(string.Empty);
        draft.Describe(name, isSingleton: false, deletesFinished: false);
        await types.PutAsync(draft.Type, ct);
        db.Audit(new AuditEntry("workflow.create", draft.Type.Id, person.RequiredId));
        await db.SaveChangesAsync(ct);
        return draft.Type.Id;
    }

    /// <param name="version">As the drawer last saw it; null takes whatever stands there.</param>
    /// <exception cref="RuleException">Somebody else has drawn meanwhile, or the drawing cannot be read.</exception>
    public async Task<int> SaveAsync(CircuitDraft draft, int? version, CancellationToken ct)
    {
        var row = await db.Set<WorkflowTypeRow>().FirstAsync(found => found.Id == draft.Type.Id, ct);
        if (version is not null && row.Version != version)
        {
            throw new RuleException("workflow.edited", "Quelqu’un d’autre vient de modifier ce circuit. La page est à jour.");
        }

        (row.Draft, row.ModifiedUtc) = (draft.Json.ToJsonString(ActivityJson.Written), clock.UtcNow());
        row.Version++;
        await db.SaveChangesAsync(ct);
        return row.Version;
    }

    /// <summary>What was drawn runs from now on; runs under way go on in it where their boxes are still there.</summary>
    /// <returns>False when the checker finds a fault: nothing changes.</returns>
    public async Task<bool> PublishAsync(string id, CancellationToken ct)
    {
        var row = await db.Set<WorkflowTypeRow>().FirstAsync(found => found.Id == id, ct);
        var drawn = new CircuitDraft((JsonObject)JsonNode.Parse(row.Draft ?? row.Json)!).Type.Switched(row.IsEnabled);
        if (check.Of(drawn).Any(finding => finding.Gravity == Gravity.Fault))
        {
            return false;
        }

        await types.PutAsync(drawn, ct);
        row.Draft = null;
        db.Audit(new AuditEntry("workflow.draw", id, person.RequiredId, new { Activities = drawn.Activities.Count }));
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Changes what runs, and likewise what is being drawn: a draft that is put into service later brings nothing back.</summary>
    /// <exception cref="RuleException">The checker finds a fault: nothing changes.</exception>
    public async Task ChangeAsync(WorkflowType type, Func<WorkflowType, WorkflowType> change, CancellationToken ct)
    {
        var changed = change(type);
        if (check.Of(changed).FirstOrDefault(finding => finding.Gravity == Gravity.Fault) is { } fault)
        {
            throw new RuleException("workflow." + fault.Code, fault.Sentence, fault.Values);
        }

        var row = await db.Set<WorkflowTypeRow>().FirstAsync(found => found.Id == type.Id, ct);
        await types.PutAsync(changed, ct);
        row.Draft = row.Draft is null ? null : change(WorkflowType.Read((JsonObject)JsonNode.Parse(row.Draft)!)).Json.ToJsonString(ActivityJson.Written);
        db.Audit(new AuditEntry("workflow.settings", type.Id, person.RequiredId));
        await db.SaveChangesAsync(ct);
    }

    public async Task DropAsync(string id, CancellationToken ct)
    {
        var row = await db.Set<WorkflowTypeRow>().FirstAsync(found => found.Id == id, ct);
        row.Draft = null;
        row.Version++;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Deletes a circuit with all its runs.</summary>
    /// <exception cref="RuleException">It is on.</exception>
    public async Task DeleteAsync(string id, CancellationToken ct)
    {
        var row = await db.Set<WorkflowTypeRow>().FirstAsync(found => found.Id == id, ct);
        if (row.IsEnabled)
        {
            throw new RuleException("workflow.on", "Arrêtez le circuit avant de le supprimer.");
        }

        db.Remove(row);
        db.Publish(new WorkflowTypeChanged(id));
        db.Audit(new AuditEntry("workflow.delete", id, person.RequiredId));
        await db.SaveChangesAsync(ct);
    }
}

/// <param name="IsDraft">Something is drawn that does not run yet.</param>
/// <param name="Version">To be given back when it is saved.</param>
internal sealed record CircuitOnBoard(CircuitDraft Draft, bool IsDraft, bool IsEnabled, int Version);
