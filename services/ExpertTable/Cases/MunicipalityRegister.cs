using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Cases;

/// <summary>Asks the register of municipalities on behalf of the caller.</summary>
internal sealed class MunicipalityRegister(MunicipalityService.MunicipalityServiceClient register)
{
    public Task RequireKnownAsync(string id, CancellationToken ct) => NameAsync(id, ct);

    /// <summary>The name of a municipality, as people say it.</summary>
    public async Task<string> NameAsync(string id, CancellationToken ct)
    {
        try
        {
            return (await register.GetMunicipalityAsync(new GetMunicipalityRequest { Id = id }, cancellationToken: ct)).Municipality.Name;
        }
        catch (RpcException answer) when (answer.StatusCode == StatusCode.NotFound)
        {
            throw new DomainException(CaseRules.MunicipalityUnknown, "municipality_id");
        }
    }
}
