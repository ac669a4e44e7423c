using System.Text.RegularExpressions;

namespace EssConsult.Architecture.Tests;

public sealed partial class SourceTests
{
    [Fact]
    public void No_file_is_longer_than_400_lines_and_19_in_20_are_shorter_than_150()
    {
        var lengths = Sources.CSharp().Select(path => (path, Lines: Sources.Lines(path).Count())).ToList();

        lengths.Where(file => file.Lines > 400).ShouldBeEmpty();
        lengths.Count(file => file.Lines < 150).ShouldBeGreaterThanOrEqualTo((int)(lengths.Count * 0.95));
    }

    [Fact]
    public void Modules_catch_what_they_can_name() => Found(Sources.CSharp("src/Modules/"), CatchesEverything()).ShouldBeEmpty();

    [Fact]
    public void Time_comes_from_the_clock_that_tests_can_turn() => Found(Sources.CSharp(), ReadsTheMachinesClock()).ShouldBeEmpty();

    [Fact]
    public void Tests_wait_for_events_not_for_time() => Found(TestProjects(), Sleeps()).ShouldBeEmpty();

    [Fact]
    public void No_test_is_skipped() => Found(TestProjects(), Skips()).ShouldBeEmpty();

    [Fact]
    public void Pages_carry_no_inline_script_style_or_event_handler() =>
        Found(Sources.Files(".cshtml", ".liquid").Where(path => !path.Contains("Mail", StringComparison.Ordinal)), Inline()).ShouldBeEmpty();

    [Fact]
    public void No_tracked_file_names_a_machine_or_a_package_registry() =>
        Found(Sources.Files().Where(path => !Path.GetExtension(path).StartsWith('.') || Path.GetExtension(path) is not (".png" or ".jpg" or ".webp" or ".pdf")), NamesAMachine()).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_to_do_later() => Found(Sources.CSharp().Concat(Sources.Files(".cshtml", ".liquid", ".js", ".css")), Later()).ShouldBeEmpty();

    private static IEnumerable<string> TestProjects() => Sources.CSharp("tests/").Where(path => path.Contains(".Tests/", StringComparison.Ordinal) && !path.EndsWith("/SourceTests.cs", StringComparison.Ordinal));

    private static IEnumerable<string> Found(IEnumerable<string> files, Regex pattern) =>
        files.SelectMany(Sources.Lines).Where(line => pattern.IsMatch(line.Line)).Select(line => $"{line.Place}: {line.Line.Trim()}");

    [GeneratedRegex(@"catch\s*\(\s*(System\.)?Exception\b(?!.*\)\s*when\s*\()")]
    private static partial Regex CatchesEverything();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b")]
    private static partial Regex ReadsTheMachinesClock();

    [GeneratedRegex(@"Task\.Delay|Thread\.Sleep|WaitForTimeout")]
    private static partial Regex Sleeps();

    [GeneratedRegex(@"\bSkip(Unless|When|Exceptions)?\s*=|Assert\.Skip|Explicit\s*=")]
    private static partial Regex Skips();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|<style\b|\sstyle=""|\son(click|change|submit|load|input|error)=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"(?<![\w.])/(root|home|work)/[\w.]|/v3/[i]ndex\.json|[n]uget\.org/api")]
    private static partial Regex NamesAMachine();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Later();
}
