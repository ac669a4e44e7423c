using System.Collections.Frozen;
using EssConsult.Workflows.Contracts;

namespace EssConsult.Workflows.Activities;

/// <summary>A kind of activity, and how one is made for a run.</summary>
internal sealed record ActivityKind(ActivityDescription Description, Func<IServiceProvider, IActivity> Make);

/// <summary>Every activity that runs here, by name. Others are kept, shown as such, and end their branch.</summary>
internal sealed class ActivityKinds(IEnumerable<ActivityKind> kinds)
{
    private readonly FrozenDictionary<string, ActivityKind> byName = kinds.ToFrozenDictionary(kind => kind.Description.Name);

    public IEnumerable<ActivityDescription> All => byName.Values.Select(kind => kind.Description);

    public ActivityKind? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>What its author called it, else what it does, else its name in the JSON.</summary>
    public string TitleOf(Definitions.ActivityRecord activity) => activity.Title ?? Describe(activity.Name)?.Title ?? activity.Name;

    /// <summary>The outcomes of a box: those that its kind has, then those that are only drawn.</summary>
    public IEnumerable<string> OutcomesOf(Definitions.WorkflowType type, Definitions.ActivityRecord activity) =>
        (Describe(activity.Name)?.OutcomesOf(activity.Properties) ?? []).Concat(type.From(activity.Id).Select(edge => edge.Outcome)).Distinct();

    public ActivityDescription? Describe(string name) => Find(name)?.Description;
}

/// <summary>The activities of one scope, made when a run comes to them.</summary>
internal sealed class ActivityCatalog(ActivityKinds kinds, IServiceProvider services)
{
    private readonly Dictionary<string, IActivity> made = [];

    public bool IsEvent(string name) => kinds.Describe(name)?.IsEvent == true;

    public IActivity? Find(string name)
    {
        if (!made.TryGetValue(name, out var activity) && kinds.Find(name) is { } kind)
        {
            made[name] = activity = kind.Make(services);
        }

        return activity;
    }
}
