using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EssConsult.Tickets.Qr;

namespace EssConsult.Tickets.Tests;

public sealed partial class QrSvgTests
{
    private static readonly XElement Svg = XElement.Parse(QrSvg.Draw(TicketCode.Issue(Sample.Ticket, Sample.Key), "Billet d’Anne & <Cie>"));

    [Fact]
    public void It_is_one_path_with_a_title_and_no_style()
    {
        Svg.Attribute("role")!.Value.ShouldBe("img");
        Svg.Elements().Select(element => element.Name.LocalName).ShouldBe(["title", "rect", "path"]);
        Svg.Elements().First().Value.ShouldBe("Billet d’Anne & <Cie>");
        Svg.DescendantsAndSelf().Attributes().ShouldNotContain(attribute => attribute.Name.LocalName == "style" || attribute.Name.LocalName == "class");
    }

    [Fact]
    public void Four_light_modules_surround_it_and_a_finder_stands_in_three_corners()
    {
        var dark = Runs().SelectMany(run => Enumerable.Range(run.X, run.Length), (run, x) => (x, run.Y)).ToHashSet();

        Svg.Attribute("viewBox")!.Value.ShouldBe("0 0 49 49");
        dark.Min(module => module.x).ShouldBe(4);
        dark.Min(module => module.Y).ShouldBe(4);
        dark.Max(module => module.x).ShouldBe(44);
        foreach (var (left, top) in new[] { (4, 4), (38, 4), (4, 38) })
        {
            Enumerable.Range(0, 49).Select(i => (X: left + (i % 7), Y: top + (i / 7))).Count(dark.Contains).ShouldBe(33);
        }
    }

    [Fact]
    public void A_text_outside_ASCII_is_drawn_too() => QrSvg.Draw("« Œuvre »", "").ShouldContain("<path");

    private static IEnumerable<(int X, int Y, int Length)> Runs() => Run().Matches(Svg.Elements().Last().Attribute("d")!.Value)
        .Select(run => (Part(run, 1), Part(run, 2), Part(run, 3)));

    private static int Part(Match run, int group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z")]
    private static partial Regex Run();
}
