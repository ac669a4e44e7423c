using EssConsult.Content.Definitions.Editing;

namespace EssConsult.Content.Parts;

/// <summary>A part that has an editor of its own, beside the fields that any part may carry.</summary>
internal interface IPartType
{
    /// <summary>Orchard's name, e.g. <c>TitlePart</c>.</summary>
    string Name { get; }

    /// <summary>French name in the editor of types.</summary>
    string Label { get; }

    /// <summary>The partial that asks for it, whose model is <see cref="PartInput"/>; null when the form shows nothing of it.</summary>
    string? Editor => null;

    /// <summary>Whether the public form shows it.</summary>
    bool ForVisitors => false;

    /// <summary>Whether a type may carry it several times under different names.</summary>
    bool Reusable => false;

    /// <summary>What an administrator may set of it on a type.</summary>
    IReadOnlyList<SettingInput> Settings => [];

    /// <summary>Takes over what was posted and checks it against the part's settings.</summary>
    void Read(PartPost post)
    {
    }
}

internal sealed class PartTypes(IEnumerable<IPartType> types, IEnumerable<IPartForm> brought, FeatureSwitch features)
{
    public IReadOnlyList<IPartType> All { get; } = [.. types, .. brought.Where(part => features.IsEnabled(part.GetType().Assembly.GetName().Name!)).Select(part => new BroughtPartType(part))];

    public IPartType? Find(string partName) => All.FirstOrDefault(type => type.Name == partName);
}

internal static class PartPartials
{
    public static string Path(string name) => $"/Features/EssConsult.Content/Form/Parts/{name}.cshtml";
}
