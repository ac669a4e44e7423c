namespace EssConsult.Benchmarks;

/// <summary>The run cannot go on; the message is a sentence that tells the reader what to do.</summary>
public sealed class BenchmarkException : Exception
{
    public BenchmarkException()
    {
    }

    public BenchmarkException(string message)
        : base(message)
    {
    }

    public BenchmarkException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
