using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;

namespace Regio.Benchmarks.Rows;

/// <summary>One row of the table: what we do, against what it is measured.</summary>
internal interface IRow
{
    /// <summary>How people ask for it.</summary>
    string Name { get; }

    Task<Outcome> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken);
}
