using Microsoft.Extensions.Localization;

namespace EssConsult.Layers.Features;

/// <summary>A zone as an administrator calls it, and one of its widgets among the others.</summary>
internal static class ZoneNames
{
    public static string Of(string zone, IStringLocalizer phrases) => zone switch
    {
        "Header" => phrases["Sous l’en-tête"],
        "BeforeContent" => phrases["Avant la page"],
        "Content" => phrases["À la suite de la page"],
        "AfterContent" => phrases["Après la page"],
        "Footer" => phrases["Pied de page"],
        _ => phrases["Zone"],
    };
}

internal sealed record ListedBloc(ZoneBoard Board, ListedZone Zone, int Index)
{
    public ListedWidget Widget => Zone.Widgets[Index];

    public bool IsLast => Index == Zone.Widgets.Count - 1;
}
