using Microsoft.AspNetCore.Http;

namespace EssConsult.Workflows.Contracts;

/// <summary>Where forms enter circuits; from memory.</summary>
public interface IFormEntrances
{
    /// <summary>Every place where a form enters a circuit, on or off.</summary>
    IReadOnlyList<FormEntrance> All { get; }

    /// <param name="workflowTypeId">The circuit.</param>
    /// <param name="activityId">The event in it; null or empty takes the circuit's first.</param>
    /// <returns>Null when the site has no such circuit, or it takes no form there.</returns>
    FormEntrance? Find(string? workflowTypeId, string? activityId);

    /// <summary>What an address of <c>/workflows/invoke</c> names, whether the circuit is there or not; null when this site did not sign it, or too long ago.</summary>
    FormLink? Read(string? address);
}

/// <summary>
/// Runs circuits for forms that are linked to them by id, within the request that sent the form. What a run stages belongs to the
/// caller's transaction: the form's answers and what they cause are one commit.
/// </summary>
public interface IFormWorkflows
{
    /// <summary>Runs the circuit with the request's form. The request must have been checked: the event's own check is passed by.</summary>
    Task<FormRun> RunAsync(FormEntrance entrance, CancellationToken ct);

    /// <summary>Says something on the page that the sender sees next.</summary>
    /// <param name="html">Safe HTML.</param>
    void Thank(string html);

    /// <summary>Keeps what there is to say until that page; call it after the commit.</summary>
    void Keep();
}

/// <summary>A form's circuit by its ids: these survive an export, an address does not.</summary>
public sealed record FormLink(string WorkflowTypeId, string ActivityId);

/// <param name="Circuit">Its name.</param>
public sealed record FormEntrance(string WorkflowTypeId, string ActivityId, string Circuit, bool IsOn);

/// <summary>What a circuit made of a form.</summary>
/// <param name="WorkflowId">The run; null when none began: the circuit is off, or waits for another method.</param>
/// <param name="IsRefused">The circuit found the form wanting.</param>
/// <param name="HasFailed">The run broke down; it is kept for those who look after circuits.</param>
/// <param name="Errors">Its sentences.</param>
/// <param name="Location">Where it sends the sender; null for nowhere.</param>
/// <param name="Answer">Its answer; null when it gives none.</param>
public sealed record FormRun(string? WorkflowId, bool IsRefused, bool HasFailed, IReadOnlyList<FormSentence> Errors, string? Location, IResult? Answer);

/// <param name="Field">Name of the input; empty for the form as a whole.</param>
public sealed record FormSentence(string Field, string Sentence);
