using System.Diagnostics;
using EssConsult.Kernel.Scripting;

namespace EssConsult.Kernel.Tests.Scripting;

public sealed class ScriptEngineTests
{
    [Theory]
    [InlineData("1 + 2", 3.0)]
    [InlineData("return 'a' + 'b';", "ab")]
    [InlineData("const x = given('n'); return x * 2;", 42.0)]
    public void A_script_computes_from_what_it_is_given(string script, object expected) =>
        Evaluate(script).ShouldBe(expected);

    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("for (;;) { [1,2,3].map(x => x) }")]
    [InlineData("function again() { return again(); } again()")]
    [InlineData("let s = 'a'; for (let i = 0; i < 40; i++) { s = s + s; } s.length")]
    [InlineData("const a = []; while (true) { a.push('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'.repeat(1000)); }")]
    [InlineData("'x'.repeat(1000000000).length")]
    [InlineData("new Array(1e9).fill(0).length")]
    [InlineData("/(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')")]
    public void A_script_without_end_or_measure_is_stopped(string script)
    {
        var started = Stopwatch.GetTimestamp();

        Should.Throw<ScriptException>(() => Evaluate(script));

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("System.IO.File.ReadAllText('/etc/hostname')")]
    [InlineData("importNamespace('System')")]
    [InlineData("given.GetType().Assembly.FullName")]
    [InlineData("(() => {}).constructor('return clr')()")]
    public void A_script_does_not_reach_NET(string script) => Should.Throw<ScriptException>(() => Evaluate(script));

    [Fact]
    public void A_syntax_error_is_a_sentence_not_a_crash() => Should.Throw<ScriptException>(() => Evaluate("let = ;")).Message.ShouldNotBeEmpty();

    private static object? Evaluate(string script) =>
        ScriptEngine.Evaluate(script, new Dictionary<string, object> { ["given"] = (string name) => name.Length * 21 }, TestContext.Current.CancellationToken);
}
