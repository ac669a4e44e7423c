using System.Text.Json.Nodes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Storage;
using EssConsult.Workflows.Triggers;

namespace EssConsult.Workflows.UserTasks;

/// <summary>Where people decide what circuits wait for. A decision is a turn in the queue of its run, so two who press at once are one decision.</summary>
internal sealed class UserTaskDesk(SiteDb db, WorkflowTypes types, WorkflowBook book, CurrentPerson person) : IUserTasks
{
    /// <summary>Shown at once; the oldest come first.</summary>
    public const int Most = 200;

    public async Task<IReadOnlyList<UserTask>> ListAsync(string correlationId, CancellationToken ct) => await ReadAsync(Waiting().Where(wait => wait.CorrelationId == correlationId), ct);

    /// <summary>What the present person may decide, the oldest first.</summary>
    public async Task<IReadOnlyList<UserTask>> MineAsync(CancellationToken ct) => MyQuestions() is var (circuits, boxes) && boxes.Count == 0 ? []
        : [.. (await ReadAsync(Waiting().Where(wait => circuits.Contains(wait.TypeId) && boxes.Contains(wait.ActivityId)), ct)).Where(task => task.MayDecide)];

    /// <summary>The questions, of all circuits, that are for one of the present person's roles; from memory.</summary>
    private (List<string> Circuits, List<string> Boxes) MyQuestions()
    {
        var mine = book.All.SelectMany(type => type.Activities.Where(activity => activity.Name == nameof(UserTaskEvent) && IsForMyRole(activity.Properties.AnyTexts("Roles"))).Select(activity => (type.Id, Box: activity.Id))).ToList();
        return ([.. mine.Select(question => question.Id).Distinct()], [.. mine.Select(question => question.Box).Distinct()]);
    }

    public async Task DecideAsync(string workflowId, string activityId, string action, JsonObject more, CancellationToken ct)
    {
        if ((await ReadAsync(Waiting().Where(wait => wait.InstanceId == workflowId && wait.ActivityId == activityId), ct)) is not [var task])
        {
            throw new RuleException("workflow.decided", "Quelqu’un a déjà décidé. La liste est à jour.");
        }

        if (!task.MayDecide || !task.Actions.Contains(action))
        {
            throw new RuleException("workflow.not-yours", "Cette décision ne vous revient pas.");
        }

        var run = await db.Set<WorkflowInstanceRow>().SingleAsync(row => row.Id == workflowId, ct);
        run.State = WithDecider(run.State, person.RequiredId);
        run.Version++;
        (more["UserAction"], more["User"]) = (action, WorkflowTrigger.PersonPointer(person.RequiredId));
        db.Add(new WorkflowDueRow { TypeId = run.TypeId, ActivityId = activityId, InstanceId = workflowId, CorrelationId = run.CorrelationId, Input = more.ToJsonString() });
        db.Audit(new AuditEntry("workflow.decide", task.CorrelationId, person.RequiredId, new { Workflow = workflowId, Activity = activityId, Action = action }));
        db.Publish(new WorkflowTriggered());
    }

    /// <summary>Those for which no turn waits already.</summary>
    private IQueryable<WorkflowWaitRow> Waiting() => db.Set<WorkflowWaitRow>().AsNoTracking()
        .OfHaltedRuns(db).Where(wait => wait.ActivityName == nameof(UserTaskEvent) && !db.Set<WorkflowDueRow>().Any(due => due.InstanceId == wait.InstanceId && due.ActivityId == wait.ActivityId));

    private async Task<List<UserTask>> ReadAsync(IQueryable<WorkflowWaitRow> waits, CancellationToken ct)
    {
        var found = await (from wait in waits
                           join run in db.Set<WorkflowInstanceRow>().AsNoTracking() on wait.InstanceId equals run.Id
                           orderby run.ModifiedUtc, run.Id
                           select new { wait.InstanceId, wait.ActivityId, wait.TypeId, wait.CorrelationId, run.State, run.ModifiedUtc }).Take(Most).ToListAsync(ct);
        var drawn = await types.FindManyAsync([.. found.Select(wait => wait.TypeId).Distinct()], ct);
        return
        [
            .. from wait in found
               where drawn.ContainsKey(wait.TypeId)
               let type = drawn[wait.TypeId]
               let activity = type.Find(wait.ActivityId)
               where activity is not null
               let roles = activity.Properties.AnyTexts("Roles")
               select new UserTask(wait.InstanceId, wait.ActivityId, type.Name, activity.Title, wait.CorrelationId, activity.Properties.AnyTexts("Actions"), roles, MayDecide(activity, roles, wait.State), wait.ModifiedUtc),
        ];
    }

    private bool MayDecide(ActivityRecord activity, string[] roles, string state) =>
        IsForMyRole(roles) && !(activity.Properties.Flag(UserTaskEvent.OthersOnly) && Deciders((JsonObject)JsonNode.Parse(state)!).Contains(person.Id));

    /// <summary>Without roles, for whoever may look after circuits; an administrator always may, but not twice where others are asked for.</summary>
    private bool IsForMyRole(string[] roles) =>
        person.Roles.Contains(SystemRoles.Administrator) || (roles.Length > 0 ? roles.Any(person.Roles.Contains) : person.Can(Permissions.ManageWorkflows));

    private static string[] Deciders(JsonObject state) => state.AnyTexts(UserTaskEvent.Decided);

    private static string WithDecider(string text, string personId)
    {
        var state = (JsonObject)JsonNode.Parse(text)!;
        state[UserTaskEvent.Decided] = new JsonArray([.. Deciders(state).Append(personId).Distinct().Select(id => (JsonNode)id)]);
        return state.ToJsonString(ActivityJson.Written);
    }
}
