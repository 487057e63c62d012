using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Cases;

/// <summary>Asks the register of municipalities on behalf of the caller.</summary>
internal sealed class MunicipalityRegister(MunicipalityService.MunicipalityServiceClient register)
{
    private const string UsualField = "municipality_id";

    public Task RequireKnownAsync(string id, CancellationToken ct) => RequireKnownAsync(id, UsualField, ct);

    public Task RequireKnownAsync(string id, string field, CancellationToken ct) => NameAsync(id, field, ct);

    /// <summary>The name of a municipality, as people say it.</summary>
    public Task<string> NameAsync(string id, CancellationToken ct) => NameAsync(id, UsualField, ct);

    private async Task<string> NameAsync(string id, string field, CancellationToken ct)
    {
        try
        {
            return (await register.GetMunicipalityAsync(new GetMunicipalityRequest { Id = id }, cancellationToken: ct)).Municipality.Name;
        }
        catch (RpcException answer) when (answer.StatusCode == StatusCode.NotFound)
        {
            throw new DomainException(CaseRules.MunicipalityUnknown, field);
        }
    }
}
