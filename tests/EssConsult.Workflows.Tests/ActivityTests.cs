using System.Text.Json.Nodes;

namespace EssConsult.Workflows.Tests;

/// <summary>Control flow and primitives: what each gives and keeps.</summary>
public sealed class ActivityTests
{
    [Theory]
    [InlineData("""{"Condition":{"Expression":"input('n') > 2"}}""", 3, "yes")]
    [InlineData("""{"Condition":{"Expression":"input('n') > 2"}}""", 2, "no")]
    [InlineData("""{"Syntax":"Liquid","LiquidCondition":{"Expression":"{% if Workflow.Input.n > 2 %}true{% endif %}"}}""", 3, "yes")]
    [InlineData("""{"Syntax":"Liquid","LiquidCondition":{"Expression":"{% if Workflow.Input.n > 2 %}true{% endif %}"}}""", 2, "no")]
    [InlineData("{}", 3, "no")]
    public async Task A_condition_decides_in_either_language(string properties, int n, string way)
    {
        var circuit = new Circuit().With("if", "IfElseTask", properties).With("yes", "LogTask").With("no", "LogTask").Edge("if", "True", "yes").Edge("if", "False", "no");

        await circuit.StartAsync(new JsonObject { ["n"] = n });

        circuit.Path.ShouldBe("if " + way);
    }

    [Fact]
    public async Task A_counted_loop_ends_below_its_limit_and_may_be_entered_again()
    {
        var circuit = new Circuit().With("for", "ForLoopTask", """{"From":{"Expression":"1"},"To":{"Expression":"4"},"Step":{"Expression":"1"},"LoopVariableName":"i"}""")
            .With("body", "ScriptTask", """{"Script":{"Expression":"setProperty('seen', (property('seen') || '') + property('i')); setOutcome('Done')"}}""")
            .With("again", "IfElseTask", """{"Condition":{"Expression":"property('seen').length < 6"}}""")
            .Edge("for", "Iterate", "body").Edge("body", "Done", "for").Edge("for", "Done", "again").Edge("again", "True", "for");

        await circuit.StartAsync();

        circuit.Run.Properties["seen"]!.ToString().ShouldBe("123123");
    }

    [Theory]
    [InlineData("""{"Enumerable":{"Expression":"['a', 'b', 'c']"},"LoopVariableName":"entry"}""")]
    [InlineData("""{"Syntax":"Liquid","LiquidEnumerable":{"Expression":"{{ Workflow.Input.list }}"},"LoopVariableName":"entry"}""")]
    public async Task Each_entry_of_a_list_has_its_round(string properties)
    {
        var circuit = new Circuit().With("each", "ForEachTask", properties)
            .With("body", "ScriptTask", """{"Script":{"Expression":"setProperty('seen', (property('seen') || '') + property('entry') + lastResult()); setOutcome('Done')"}}""")
            .With("end", "LogTask").Edge("each", "Iterate", "body").Edge("body", "Done", "each").Edge("each", "Done", "end");

        await circuit.StartAsync(new JsonObject { ["list"] = new JsonArray("a", "b", "c") });

        circuit.Run.Properties["seen"]!.ToString().ShouldBe("aabbcc");
        circuit.Path.ShouldEndWith("end");
    }

    [Fact]
    public async Task A_loop_asks_its_condition_each_time()
    {
        var circuit = new Circuit().With("while", "WhileLoopTask", """{"Condition":{"Expression":"(property('n') || 0) < 3"}}""")
            .With("body", "SetPropertyTask", """{"PropertyName":"n","Value":{"Expression":"(property('n') || 0) + 1"}}""")
            .Edge("while", "Iterate", "body").Edge("body", "Done", "while");

        await circuit.StartAsync();

        circuit.Run.Properties["n"]!.GetValue<double>().ShouldBe(3);
    }

    [Fact]
    public async Task A_script_may_give_several_outcomes()
    {
        var circuit = new Circuit().With("script", "ScriptTask", """{"AvailableOutcomes":["a","b"],"Script":{"Expression":"setOutcome('a'); setOutcome('b'); setOutcome('a')"}}""")
            .With("a", "LogTask").With("b", "LogTask").Edge("script", "a", "a").Edge("script", "b", "b");

        await circuit.StartAsync();

        circuit.Path.ShouldBe("script b a");
    }

    [Fact]
    public async Task What_a_script_keeps_is_json_again_when_it_is_read()
    {
        var circuit = new Circuit().With("keep", "SetPropertyTask", """{"PropertyName":"all","Value":{"Expression":"({ n: 1.5, t: 'é', b: true, none: null, list: [1, { deep: 'x' }] })"}}""")
            .With("read", "SetOutputTask", """{"OutputName":"deep","Value":{"Expression":"property('all').list[1].deep + property('all').n + JSON.stringify(property('all').list)"}}""")
            .Edge("keep", "Done", "read");

        await circuit.StartAsync();

        circuit.Run.Properties["all"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ShouldBe("""{"n":1.5,"t":"é","b":true,"none":null,"list":[1,{"deep":"x"}]}""");
        circuit.Run.Output["deep"]!.ToString().ShouldBe("""x1.5[1,{"deep":"x"}]""");
    }

    [Fact]
    public async Task Liquid_gives_text_or_the_value_itself()
    {
        var circuit = new Circuit().With("text", "LiquidTask", """{"Expression":{"Expression":"Bonjour {{ Workflow.Input.name }} & {{ Workflow.CorrelationId }}"}}""")
            .With("value", "SetPropertyTask", """{"PropertyName":"list","Syntax":"Liquid","LiquidValue":{"Expression":"{{ Workflow.Input.list }}"}}""")
            .Edge("text", "Done", "value");
        circuit.Run.CorrelationId = "42";

        await circuit.StartAsync(new JsonObject { ["name"] = "l’équipe <b>", ["list"] = new JsonArray(1, 2) });

        circuit.Run.LastResult!.ToString().ShouldBe("Bonjour l’équipe <b> & 42");
        circuit.Run.Properties["list"]!.ToJsonString().ShouldBe("[1,2]");
    }

    [Theory]
    [InlineData("""{"Value":{"Expression":"'id-' + input('n')"}}""")]
    [InlineData("""{"Syntax":"Liquid","Value":{"Expression":"id-{{ Workflow.Input.n }}"}}""")]
    public async Task A_run_says_what_it_is_about(string properties)
    {
        var circuit = new Circuit().With("about", "CorrelateTask", properties);

        await circuit.StartAsync(new JsonObject { ["n"] = 7 });

        circuit.Run.CorrelationId.ShouldBe("id-7");
    }
}
