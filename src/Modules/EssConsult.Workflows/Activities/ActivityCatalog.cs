namespace EssConsult.Workflows.Activities;

/// <summary>The activities that run here, by name. Others are kept, shown as such, and end their branch.</summary>
internal sealed class ActivityCatalog(IEnumerable<IActivity> activities)
{
    private readonly Dictionary<string, IActivity> byName = activities.ToDictionary(activity => activity.Name);

    public IActivity? Find(string name) => byName.GetValueOrDefault(name);
}
