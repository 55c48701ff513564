// geneve N OUT : Suricata EVE JSON of an IDS at the edge: flows, alerts and other events from the same source model as genpcap
#include <stdio.h>
#include <stdlib.h>
#include <stdint.h>
#include <math.h>
#include <time.h>
static uint64_t s[2]={0x9E3779B97F4A7C15ULL,0xD1B54A32D192ED03ULL};
static inline uint64_t rnd(){uint64_t a=s[0],b=s[1];s[0]=b;a^=a<<23;s[1]=a^b^(a>>18)^(b>>5);return s[1]+b;}
static inline double u(){return (rnd()>>11)*(1.0/9007199254740992.0);}
#define IP(x) (x)>>24,(x)>>16&255,(x)>>8&255,(x)&255
int main(int ac,char**av){
  if(ac<3){fprintf(stderr,"usage: geneve N OUT\n");return 2;}
  long N=atol(av[1]);FILE*f=fopen(av[2],"wb");static char buf[1<<20];setvbuf(f,buf,_IOFBF,1<<20);
  int S=200000;uint32_t*src=malloc(4*S);double*cdf=malloc(8*S),t=0;
  for(int i=0;i<S;i++){src[i]=(uint32_t)rnd();t+=1.0/pow(i+1,1.05);cdf[i]=t;}
  for(int i=0;i<S;i++)cdf[i]/=t;
  int G=1<<18;uint32_t*g=malloc(4*(G+1));int k=0;for(int i=0;i<=G;i++){while(k<S-1&&cdf[k]<(double)i/G)k++;g[i]=k;}
  static const uint16_t top[]={23,22,445,80,8080,3389,443,5555,2323,6379,8728,81,1433,3306,5900,25};
  double ts=1748736000;
  for(long n=0;n<N;n++){
    ts+=0.035*2*u();
    double r=u();int i=g[(int)(r*G)];while(i<S-1&&cdf[i]<r)i++;
    uint32_t a=src[i],d=0xC6120000u|(rnd()&0xffff);
    int p=u()<.8?top[(int)(u()*u()*16)]:(int)(rnd()&0xffff);
    unsigned sp=1024+rnd()%64000;const char*pr=(rnd()%10)?"TCP":"UDP";
    long us=(long)(ts*1e6);time_t sec=us/1000000;struct tm tm;gmtime_r(&sec,&tm);char when[40];
    snprintf(when,sizeof when,"%04d-%02d-%02dT%02d:%02d:%02d.%06ld+0000",tm.tm_year+1900,tm.tm_mon+1,tm.tm_mday,tm.tm_hour,tm.tm_min,tm.tm_sec,us%1000000);
    uint64_t id=rnd()>>11;double kind=u();
    fprintf(f,"{\"timestamp\":\"%s\",\"flow_id\":%lu,\"in_iface\":\"eth0\",\"event_type\":\"%s\",\"src_ip\":\"%u.%u.%u.%u\",\"src_port\":%u,\"dest_ip\":\"%u.%u.%u.%u\",\"dest_port\":%d,\"proto\":\"%s\"",
      when,id,kind<.70?"flow":kind<.92?"alert":"http",IP(a),sp,IP(d),p,pr);
    unsigned pk=1+rnd()%3,ans=(rnd()&3)?0:pk;
    if(kind<.70)
      fprintf(f,",\"app_proto\":\"failed\",\"flow\":{\"pkts_toserver\":%u,\"pkts_toclient\":%u,\"bytes_toserver\":%u,\"bytes_toclient\":%u,\"start\":\"%s\",\"end\":\"%s\",\"age\":0,\"state\":\"new\",\"reason\":\"timeout\",\"alerted\":false},\"community_id\":\"1:%016lx%08x=\"}\n",
        pk,ans,pk*60,ans*54,when,when,id,sp);
    else if(kind<.92){int sg=(int)(u()*u()*400);
      fprintf(f,",\"metadata\":{\"flowbits\":[\"ET.Evil\",\"ET.DshieldIP\"]},\"alert\":{\"action\":\"allowed\",\"gid\":1,\"signature_id\":%d,\"rev\":%d,\"signature\":\"NOROSHI TEST Unwanted traffic pattern group %d\",\"category\":\"Misc Attack\",\"severity\":2,\"metadata\":{\"affected_product\":[\"Any\"],\"attack_target\":[\"Any\"],\"created_at\":[\"2013_10_08\"],\"deployment\":[\"Perimeter\"]}},\"flow\":{\"pkts_toserver\":%u,\"pkts_toclient\":0,\"bytes_toserver\":%u,\"bytes_toclient\":0,\"start\":\"%s\"}}\n",
        2400000+sg,60000+sg,sg,pk,pk*60,when);}
    else
      fprintf(f,",\"tx_id\":0,\"http\":{\"hostname\":\"198.18.%u.%u\",\"url\":\"/cgi-bin/luci/;stok=/locale?form=country&operation=write\",\"http_user_agent\":\"Mozilla/5.0 (compatible; probe/%lu)\",\"http_method\":\"GET\",\"protocol\":\"HTTP/1.1\",\"status\":404,\"length\":%lu}}\n",
        (unsigned)(rnd()&255),(unsigned)(rnd()&255),rnd()%100,rnd()%4096);
  }
  fclose(f);return 0;}
