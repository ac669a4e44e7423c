using EssConsult.Kernel.Data;
using EssConsult.Kernel.Events;
using EssConsult.Kernel.Modules;

namespace EssConsult.Kernel.Pages;

/// <summary>Which pages events change: those of their subjects, and those that a module's rule names.</summary>
internal sealed class PageTags(IEnumerable<IEvictsPages> rules)
{
    private readonly IEvictsPages[] rules = [.. rules];

    public IReadOnlyCollection<string> Of(IReadOnlyCollection<OutboxEvent> events)
    {
        var tags = new HashSet<string>();
        foreach (var happened in events)
        {
            if (happened.Subject is { } subject)
            {
                tags.Add(subject);
            }

            if (happened.Is<FeaturesSwitched>() || happened.Is<SettingsChanged>())
            {
                tags.Add("site");
            }

            foreach (var rule in rules)
            {
                tags.UnionWith(rule.TagsOf(happened));
            }
        }

        return tags;
    }
}
