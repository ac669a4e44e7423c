using System.Text.Json.Nodes;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Tests;

/// <summary>The rules by which Orchard runs a circuit (§4.3 of the formats).</summary>
public sealed class RunnerTests
{
    [Fact]
    public async Task A_start_event_fires_at_once_and_the_same_event_later_waits()
    {
        var circuit = new Circuit().With("start", "Knock").With("later", "Knock").Edge("start", "Done", "later");

        (await circuit.StartAsync()).ShouldBeTrue();

        circuit.Path.ShouldBe("start later?");
        circuit.Run.Status.ShouldBe(WorkflowStatus.Halted);
        circuit.Run.Blocking.Select(waiting => waiting.Activity.Id).ShouldBe(["later"]);
    }

    [Fact]
    public async Task A_resumed_run_goes_on_where_it_waited()
    {
        var circuit = new Circuit().With("start", "Knock").With("later", "Knock").With("end", "SetPropertyTask", """{"PropertyName":"who","Value":{"Expression":"input('who')"}}""")
            .Edge("start", "Done", "later").Edge("later", "Done", "end");
        await circuit.StartAsync();

        await circuit.ResumeAsync("later", new JsonObject { ["who"] = "Yann" });

        circuit.Path.ShouldBe("start later? later end");
        circuit.Run.Status.ShouldBe(WorkflowStatus.Finished);
        circuit.Run.Properties["who"]!.ToString().ShouldBe("Yann");
    }

    [Fact]
    public async Task An_event_that_does_not_concern_its_start_runs_nothing()
    {
        var circuit = new Circuit().With("start", "Never").With("end", "LogTask").Edge("start", "Done", "end");

        (await circuit.StartAsync()).ShouldBeFalse();

        circuit.Run.Status.ShouldBe(WorkflowStatus.Idle);
        circuit.Run.Journal.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_branch_of_a_fork_runs_first_and_to_its_end()
    {
        var circuit = new Circuit().With("fork", "ForkTask", """{"Forks":["a","b"]}""")
            .With("a1", "LogTask").With("a2", "LogTask").With("b1", "LogTask").With("b2", "LogTask")
            .Edge("fork", "a", "a1").Edge("a1", "Done", "a2").Edge("fork", "b", "b1").Edge("b1", "Done", "b2");

        await circuit.StartAsync();

        circuit.Path.ShouldBe("fork b1 b2 a1 a2");
    }

    [Fact]
    public async Task Of_two_edges_from_one_outcome_the_first_is_followed()
    {
        var circuit = new Circuit().With("start", "LogTask").With("first", "LogTask").With("second", "LogTask").Edge("start", "Done", "first").Edge("start", "Done", "second");

        await circuit.StartAsync();

        circuit.Path.ShouldBe("start first");
    }

    [Fact]
    public async Task An_edge_to_itself_is_passed_by()
    {
        var circuit = new Circuit().With("start", "LogTask").Edge("start", "Done", "start");

        await circuit.StartAsync();

        circuit.Path.ShouldBe("start");
        circuit.Run.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public async Task While_one_branch_waits_the_others_go_on()
    {
        var circuit = new Circuit().With("fork", "ForkTask", """{"Forks":["a","b"]}""").With("a", "LogTask").With("b", "Knock").Edge("fork", "a", "a").Edge("fork", "b", "b");

        await circuit.StartAsync();

        circuit.Path.ShouldBe("fork b? a");
        circuit.Run.Status.ShouldBe(WorkflowStatus.Halted);
    }

    [Fact]
    public async Task A_join_of_all_waits_for_every_edge()
    {
        var circuit = Joined("0");

        await circuit.StartAsync();
        circuit.Path.ShouldBe("fork b? a join");
        circuit.Run.Status.ShouldBe(WorkflowStatus.Halted);

        await circuit.ResumeAsync("b");
        circuit.Path.ShouldBe("fork b? a join b join end");
        circuit.Run.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public async Task A_join_of_any_takes_back_what_still_waits_on_the_way_to_it()
    {
        var circuit = Joined("\"WaitAny\"");

        await circuit.StartAsync();

        circuit.Path.ShouldBe("fork b? a join end");
        circuit.Run.Blocking.ShouldBeEmpty();
        circuit.Run.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public async Task An_edge_to_a_join_counts_as_arrived_whichever_outcome_was_taken()
    {
        var circuit = new Circuit().With("if", "IfElseTask", """{"Condition":{"Expression":"true"}}""").With("join", "JoinTask").With("end", "LogTask")
            .Edge("if", "True", "join").Edge("if", "False", "join").Edge("join", "Joined", "end");

        await circuit.StartAsync();

        circuit.Path.ShouldBe("if join end");
    }

    [Fact]
    public async Task An_activity_unknown_here_ends_its_branch_quietly()
    {
        var circuit = new Circuit().With("start", "CreateTenantTask").With("end", "LogTask").Edge("start", "Done", "end");

        await circuit.StartAsync();

        circuit.Path.ShouldBe("start");
        circuit.Run.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public async Task A_loop_without_an_exit_is_stopped_and_says_so()
    {
        var circuit = new Circuit().With("a", "LogTask").With("b", "LogTask").Edge("a", "Done", "b").Edge("b", "Done", "a");

        await circuit.StartAsync();

        circuit.Run.Status.ShouldBe(WorkflowStatus.Faulted);
        circuit.Run.FaultMessage!.ShouldContain("tourne en rond");
    }

    [Fact]
    public async Task A_script_that_fails_faults_the_run_and_nothing_after_it_runs()
    {
        var circuit = new Circuit().With("start", "IfElseTask", """{"Condition":{"Expression":"nobody.knows"}}""").With("end", "LogTask").Edge("start", "False", "end");

        await circuit.StartAsync();

        circuit.Path.ShouldBe("start");
        circuit.Run.Status.ShouldBe(WorkflowStatus.Faulted);
        circuit.Run.Journal[0].Error.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_script_in_an_endless_loop_is_stopped()
    {
        var circuit = new Circuit().With("start", "ScriptTask", """{"Script":{"Expression":"while (true) { }"}}""");

        await circuit.StartAsync();

        circuit.Run.Status.ShouldBe(WorkflowStatus.Faulted);
    }

    private static Circuit Joined(string mode) => new Circuit().With("fork", "ForkTask", """{"Forks":["a","b"]}""").With("a", "LogTask").With("b", "Knock")
        .With("join", "JoinTask", $$"""{"Mode":{{mode}}}""").With("end", "LogTask")
        .Edge("fork", "a", "a").Edge("fork", "b", "b").Edge("a", "Done", "join").Edge("b", "Done", "join").Edge("join", "Joined", "end");
}
