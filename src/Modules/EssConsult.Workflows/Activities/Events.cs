using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Activities;

/// <summary>Another circuit failed; a script may choose which failures count.</summary>
internal sealed class WorkflowFaultEvent : EventActivity, IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(WorkflowFaultEvent), ActivityCategory.Flow, "Un autre circuit tombe en panne")
    {
        IsEvent = true, Settings = [new("ErrorFilter", SettingKind.Script, "Seulement si")], Offers = ["ErrorInfo"],
    };

    public override ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) =>
        ValueTask.FromResult(!call.HasExpression("ErrorFilter") || call.Script("ErrorFilter").IsTrue());
}

/// <summary>Somebody follows a link that a circuit gave out, or another circuit or module gives the signal.</summary>
internal sealed class SignalEvent : EventActivity, IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(SignalEvent), ActivityCategory.Flow, "Un signal arrive")
    {
        IsEvent = true, Settings = [new("SignalName", SettingKind.Liquid, "Nom du signal") { IsRequired = true }], Offers = ["Signal"],
    };

    public override async ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) =>
        string.Equals((await call.LiquidAsync("SignalName")).Trim(), call.Input["Signal"]?.ToString(), StringComparison.Ordinal);
}

/// <summary>
/// Waits until somebody decides: one outcome for each possible answer (<see cref="UserTasks.UserTaskDesk"/>). <c>EssOthers</c> is ours:
/// who has already decided in this run does not decide here.
/// </summary>
internal sealed class UserTaskEvent : EventActivity, IDescribedActivity
{
    public const string OthersOnly = "EssOthers";
    public const string Decided = "EssDecidedBy";

    public static ActivityDescription Description { get; } = new(nameof(UserTaskEvent), ActivityCategory.Person, "Quelqu’un décide")
    {
        IsEvent = true,
        Settings =
        [
            new("Actions", SettingKind.Texts, "Réponses possibles") { IsRequired = true }, new("Roles", SettingKind.Roles, "Qui décide"),
            new(OthersOnly, SettingKind.Flag, "Quelqu’un qui n’a pas encore décidé dans cette exécution"),
        ],
        Outcomes = [], OutcomesFrom = "Actions", Offers = ["UserAction", "User"],
    };

    public override ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct)
    {
        if (call.Input["UserAction"]?.ToString() is not { } action)
        {
            // It stands where nobody was asked yet: as a start it waits like any other.
            return ValueTask.FromResult(ActivityResult.Halt);
        }

        call.Input.Remove("UserAction");
        call.LastResult = action;
        return ValueTask.FromResult(ActivityResult.Of(action));
    }
}
