namespace EssConsult.Workflows.Activities;

/// <summary>One kind of box in a circuit, by its Orchard name.</summary>
internal interface IActivity
{
    string Name { get; }

    /// <summary>Whether an event concerns this box: a filter on content types, a method of a request. False starts or resumes nothing.</summary>
    ValueTask<bool> CanExecuteAsync(ActivityCall call, CancellationToken ct) => ValueTask.FromResult(true);

    ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct);

    /// <summary>What it waited for has come.</summary>
    ValueTask<ActivityResult> ResumeAsync(ActivityCall call, CancellationToken ct) => ExecuteAsync(call, ct);
}

/// <summary>Waits until it is triggered; as a start it fires at once (the first-pass rule of §4.3).</summary>
internal abstract class EventActivity(string name) : IActivity
{
    public string Name => name;

    public virtual ValueTask<bool> CanExecuteAsync(ActivityCall call, CancellationToken ct) => ValueTask.FromResult(true);

    public ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Halt);

    public virtual ValueTask<ActivityResult> ResumeAsync(ActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);
}

/// <summary>What an activity gives back: outcomes, a halt, or nothing, which ends its branch quietly.</summary>
internal sealed record ActivityResult
{
    public static readonly ActivityResult Done = Of("Done");
    public static readonly ActivityResult Halt = new() { Halts = true };
    public static readonly ActivityResult Nothing = new();

    public bool Halts { get; private init; }

    public IReadOnlyList<string> Outcomes { get; private init; } = [];

    public static ActivityResult Of(params IReadOnlyList<string> outcomes) => new() { Outcomes = outcomes };
}
