namespace EssConsult.Kernel.Commands;

/// <summary>What whoever started the site reads: first steps, results of commands. Logs, which are kept and sent elsewhere, go another way.</summary>
public sealed record SiteConsole(TextWriter Output, TextWriter Errors);
