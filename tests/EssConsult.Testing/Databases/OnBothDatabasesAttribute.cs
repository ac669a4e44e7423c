using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace EssConsult.Testing;

/// <summary>
/// Runs a theory on SQLite and again on PostgreSQL. The first argument of the test is the <see cref="Database"/>, the values
/// given here follow; the attribute may be repeated.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnBothDatabasesAttribute(params object?[] values) : DataAttribute
{
    public IReadOnlyList<object?> Values => values;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Database>().Select(database => new TheoryDataRow([database, .. values]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
