using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Accounts;

/// <summary>The rpcs of the account.</summary>
internal sealed class AccountGrpcService(GetPeriodicAccount getPeriodicAccount) : AccountService.AccountServiceBase
{
    [Policy(ReportingPolicies.ReadAccount)]
    public override Task<GetPeriodicAccountResponse> GetPeriodicAccount(GetPeriodicAccountRequest request, ServerCallContext context) =>
        getPeriodicAccount.RunAsync(request, context.CancellationToken);
}
