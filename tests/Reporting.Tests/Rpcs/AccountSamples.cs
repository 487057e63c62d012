using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>A right request for the account, for the table over all rpcs.</summary>
internal sealed class AccountSamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new GetPeriodicAccountRequest { StartDate = new() { Year = 2026, Month = 1, Day = 1 }, EndDate = new() { Year = 2027, Month = 1, Day = 1 } });
}
