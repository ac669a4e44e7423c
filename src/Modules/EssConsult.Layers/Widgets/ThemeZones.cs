using System.Text.RegularExpressions;
using EssConsult.Kernel.Themes;

namespace EssConsult.Layers.Widgets;

/// <summary>The zones that the theme's public layout keeps, in the order in which it names them.</summary>
internal sealed partial class ThemeZones(ThemeTemplates templates)
{
    public IReadOnlyList<string> Names => [.. Section().Matches(templates.Layout("layout")).Select(match => match.Groups["zone"].Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex("""\{%-?\s*render_section\s+["'](?<zone>[^"']+)["']""")]
    private static partial Regex Section();
}
