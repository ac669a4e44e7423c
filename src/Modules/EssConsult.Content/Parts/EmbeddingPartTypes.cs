using EssConsult.Content.Definitions.Editing;

namespace EssConsult.Content.Parts;

/// <summary>Holds whole items; they are edited as a list below the form, not in it.</summary>
internal sealed class BagPartType : IPartType
{
    public string Name => "BagPart";

    public string Label => "Éléments de plusieurs types";

    public bool Reusable => true;

    public IReadOnlyList<SettingInput> Settings { get; } = [new("BagPartSettings.ContainedContentTypes", "Types des éléments", FieldSettingKind.Types)];
}

internal sealed class FlowPartType : IPartType
{
    public string Name => "FlowPart";

    public string Label => "Blocs de mise en page";

    public IReadOnlyList<SettingInput> Settings { get; } =
    [
        new("FlowPartSettings.ContainedContentTypes", "Types des blocs", FieldSettingKind.Types),
    ];
}

/// <summary>The page of the item lists other items, each with a page of its own.</summary>
internal sealed class ListPartType : IPartType
{
    public string Name => "ListPart";

    public string Label => "Liste d’autres contenus";

    public IReadOnlyList<SettingInput> Settings { get; } =
    [
        new("ListPartSettings.ContainedContentTypes", "Types des contenus", FieldSettingKind.Types),
        new("ListPartSettings.PageSize", "Contenus par page", FieldSettingKind.Number) { Whole = true },
        new("ListPartSettings.EnableOrdering", "On peut les ranger à la main", FieldSettingKind.Flag),
    ];
}

internal sealed class MenuItemsListPartType : IPartType
{
    public string Name => "MenuItemsListPart";

    public string Label => "Liens de menu";
}
